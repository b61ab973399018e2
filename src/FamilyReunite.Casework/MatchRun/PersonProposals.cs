using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.MatchRun;

/// <param name="Fingerprint">Hash over the clues of both records.</param>
internal sealed record ScoredPair(Guid ReportId, MatchScore Score, string Fingerprint);

/// <summary>Brings the stored candidates of one person in line with a new comparison. What people decided stays; a pair that nothing changed for is not written.</summary>
internal sealed class PersonProposals(Guid personId, IReadOnlyList<CandidateMatch> stored, string modelVersion, MatchOptions options, DateTimeOffset now)
{
    public List<CandidateMatch> Added { get; } = [];

    public MatchTally Tally { get; private set; } = new();

    /// <param name="compared">Every pair of the person that is stored or can be kept; a stored pair that is not among them has lost its report.</param>
    /// <param name="scored">Pairs scored to find these.</param>
    public void Take(IReadOnlyList<ScoredPair> compared, int? scored = null)
    {
        Tally = new MatchTally(Persons: 1, Pairs: scored ?? compared.Count);
        var held = stored.ToDictionary(m => m.ReportId);
        var kept = Worth(compared, held);
        foreach (var pair in compared)
        {
            if (held.TryGetValue(pair.ReportId, out var match)) Update(match, pair, kept.Contains(pair.ReportId));
            else if (kept.Contains(pair.ReportId)) Propose(pair);
        }
        var seen = compared.Select(p => p.ReportId).ToHashSet();
        foreach (var match in stored.Where(m => !seen.Contains(m.ReportId))) Withdraw(match);
    }

    /// <summary>The person is out of the search: nothing of theirs stays open.</summary>
    public void WithdrawAll()
    {
        Tally = new MatchTally(Persons: 1);
        foreach (var match in stored) Withdraw(match);
    }

    private HashSet<Guid> Worth(IReadOnlyList<ScoredPair> compared, Dictionary<Guid, CandidateMatch> held) =>
    [
        .. compared.Where(p => p.Score.Probability >= options.Floor && !StaysRejected(p, held))
            .OrderByDescending(p => p.Score.Probability).ThenByDescending(p => p.Score.Score).ThenBy(p => p.ReportId)
            .Take(options.KeptPerPerson).Select(p => p.ReportId),
    ];

    private static bool StaysRejected(ScoredPair pair, Dictionary<Guid, CandidateMatch> held) =>
        held.TryGetValue(pair.ReportId, out var m) && m.State == MatchState.Rejected && m.RejectedFingerprint == pair.Fingerprint;

    private void Update(CandidateMatch match, ScoredPair pair, bool kept)
    {
        switch (match.State)
        {
            case MatchState.Confirmed:
            case MatchState.Withdrawn or MatchState.Rejected when !kept:
                break;
            case MatchState.Proposed when !kept:
                Withdraw(match);
                break;
            default:
                Assess(match, pair);
                break;
        }
    }

    private void Propose(ScoredPair pair)
    {
        Added.Add(new CandidateMatch(Guid.CreateVersion7(now), personId, pair.ReportId, Assessment(pair), now));
        Tally = Tally with { New = Tally.New + 1 };
    }

    private void Assess(CandidateMatch match, ScoredPair pair)
    {
        var (before, state) = (match.Probability, match.State);
        if (state != MatchState.Withdrawn && match.Fingerprint == pair.Fingerprint && match.ModelVersion == modelVersion) return;
        if (!match.Assess(Assessment(pair), now)) return;
        if (state is MatchState.Withdrawn or MatchState.Rejected) Tally = Tally with { New = Tally.New + 1 };
        else if (match.Probability > before) Tally = Tally with { Stronger = Tally.Stronger + 1 };
        else Tally = Tally with { Weaker = Tally.Weaker + 1 };
    }

    private void Withdraw(CandidateMatch match)
    {
        if (match.Withdraw(now)) Tally = Tally with { Withdrawn = Tally.Withdrawn + 1 };
    }

    private MatchAssessment Assessment(ScoredPair pair) =>
        new(pair.Score.Score, pair.Score.Prior, pair.Score.Probability, EvidenceJson.Write(pair.Score.Evidence), modelVersion, pair.Fingerprint);
}
