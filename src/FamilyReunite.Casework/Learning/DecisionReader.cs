using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Matching.Learning;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Learning;

/// <summary>Reads which pairs people have decided for good, as they saw them. A rejection because a report was closed or doubled says nothing about who the person is; what was undone counts for nothing.</summary>
public sealed class DecisionReader(IDbContextFactory<ReuniteDb> databases)
{
    private static readonly RejectionReason[] SomebodyElse = [RejectionReason.DifferentPerson, RejectionReason.FamilyDenies, RejectionReason.DnaExcludes];

    public async Task<DecisionsRead> ReadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var wrong = await db.EscortTrips.Where(t => t.State == TripState.WrongPerson).Select(t => t.MatchId).ToListAsync(ct);
        var matches = await db.CandidateMatches.AsNoTracking().Include(m => m.Decisions)
            .Where(m => m.State == MatchState.Confirmed || m.State == MatchState.Rejected || wrong.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(ct);
        var (pairs, without, silent) = (new List<JudgedPair>(), 0, 0);
        foreach (var match in matches)
        {
            if (Verdict(match, wrong.Contains(match.Id)) is not { } verdict) silent++;
            else if (Judged(match, verdict.Same, verdict.By) is { } judged) pairs.Add(judged);
            else without++;
        }
        return new DecisionsRead(pairs, without, silent);
    }

    /// <summary>Null when it cannot be said whether both are the same.</summary>
    private static (bool Same, Decision By)? Verdict(CandidateMatch match, bool turnedOutWrong)
    {
        var last = match.Decisions.OrderBy(d => d.At).ThenBy(d => d.Id).ToList();
        if (match.State == MatchState.Rejected) return last.FindLast(d => d.Action == DecisionAction.Reject) is { Reason: { } reason } no && SomebodyElse.Contains(reason) ? (false, no) : null;
        if (last.FindLast(d => d.Action == DecisionAction.Confirm) is not { } yes) return null;
        if (!turnedOutWrong) return (true, yes);
        return match.State == MatchState.Confirmed ? null : (false, yes);
    }

    private static JudgedPair? Judged(CandidateMatch match, bool same, Decision by)
    {
        if (by.Basis is not { } basis) return null;
        var compared = EvidenceJson.Read(basis.EvidenceJson).Where(e => e.Step is not null).ToList();
        return compared.Count == 0 ? null : new JudgedPair(new DecidedPair(match.PersonId, same, compared.ToDictionary(e => e.Feature, e => e.Step!)), basis.ModelVersion, basis.Probability, by.At);
    }
}

/// <param name="ModelVersion">Of the model whose list the decision was taken on.</param>
/// <param name="Probability">What that model said, 0 to 1.</param>
/// <param name="At">When the last word was spoken.</param>
public sealed record JudgedPair(DecidedPair Pair, string ModelVersion, double Probability, DateTimeOffset At);

/// <param name="WithoutBasis">Decided before decisions kept what they were taken on.</param>
/// <param name="Silent">Decided for a reason that says nothing about who the person is, or both ways.</param>
public sealed record DecisionsRead(IReadOnlyList<JudgedPair> Pairs, int WithoutBasis, int Silent);
