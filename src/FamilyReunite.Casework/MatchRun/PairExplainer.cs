using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.MatchRun;

/// <param name="Pairs">What is to be kept or stands already.</param>
/// <param name="Scored">Pairs scored on the way, for the tally.</param>
internal sealed record ComparedPairs(IReadOnlyList<ScoredPair> Pairs, int Scored);

/// <summary>Explains the pairs of one person that can be kept. A stored pair whose clues and model are unchanged stands as it is.</summary>
internal sealed class PairExplainer(IPairScorer scorer, MatchOptions options)
{
    private readonly PlaceRule _places = new(options);

    /// <summary>Everything that was found worth it for a person.</summary>
    public ComparedPairs Whole(ClueSet person, IReadOnlyCollection<CandidateMatch> stored, IEnumerable<Guid> wanted, IReadOnlyDictionary<Guid, ClueSet> reports, int scored, CancellationToken ct)
    {
        var held = stored.ToDictionary(m => m.ReportId);
        var pairs = new List<ScoredPair>();
        foreach (var id in wanted)
        {
            ct.ThrowIfCancellationRequested();
            if (reports.TryGetValue(id, out var report)) pairs.Add(Score(person, report, held.GetValueOrDefault(id)));
        }
        return new ComparedPairs(pairs, Math.Max(scored, pairs.Count));
    }

    /// <summary>Changed reports alone, beside what is stored.</summary>
    /// <returns>Null when a report that is not stored might now take a place: then the person has to be compared whole.</returns>
    public ComparedPairs? Part(ClueSet person, IReadOnlyCollection<CandidateMatch> stored, IReadOnlyCollection<Guid> changed, IReadOnlyDictionary<Guid, ClueSet> reports)
    {
        var held = stored.Where(m => m.State != MatchState.Withdrawn).ToDictionary(m => m.ReportId);
        if (held.Values.Any(m => m.ModelVersion != scorer.ModelVersion)) return null;
        var known = stored.ToDictionary(m => m.ReportId);
        var pairs = changed.Where(reports.ContainsKey).Select(id => Score(person, reports[id], known.GetValueOrDefault(id))).ToList();
        var standing = held.Values.Where(m => !changed.Contains(m.ReportId)).Select(Standing).ToList();
        if (_places.LetsIn([.. held.Values.Select(m => new HeldPair(m.ReportId, m.State, m.Probability))], changed, id => pairs.Find(p => p.ReportId == id)?.Score.Probability)) return null;
        return new ComparedPairs([.. pairs, .. standing], pairs.Count);
    }

    private ScoredPair Score(ClueSet person, ClueSet report, CandidateMatch? stored)
    {
        var fingerprint = Fingerprint(person, report, scorer);
        var stands = stored is { State: not MatchState.Withdrawn } && stored.Fingerprint == fingerprint && stored.ModelVersion == scorer.ModelVersion;
        return stands ? Standing(stored!) : new ScoredPair(report.RecordId, scorer.Score(person, report), fingerprint);
    }

    /// <summary>The figures as they are stored; nobody reads the evidence of a pair that is not written.</summary>
    private static ScoredPair Standing(CandidateMatch m) => new(m.ReportId, new MatchScore(m.Score, m.Prior, m.Probability, []), m.Fingerprint);

    internal static string Fingerprint(ClueSet person, ClueSet report, IPairScorer scorer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Fingerprint}|{report.Fingerprint}{scorer.Beside(person, report)}")));
}
