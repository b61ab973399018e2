using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Whom a run compares. A person who is not in <paramref name="Concerns"/> is compared whole.</summary>
internal sealed record RunPlan(IReadOnlyCollection<Guid> Persons, IReadOnlyDictionary<Guid, Concern> Concerns)
{
    private static readonly Dictionary<Guid, Concern> None = [];

    public static RunPlan Everybody(IReadOnlyCollection<Guid> persons) => new(persons, None);
}

internal sealed class RunPlanner(IDbContextFactory<ReuniteDb> databases, ConcernedPersons concerned, OutboxFeed feed, JobLedger ledger, MatchOptions options)
{
    /// <summary>Everybody who takes part and who still has open proposals without taking part any more; or only whom changes since the last finished run concern.</summary>
    public async Task<RunPlan> MakeAsync(MatchPorts ports, bool all, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!all && MatchRunSummary.Parse((await ledger.LastDoneAsync([MatchRunner.NightJob, MatchRunner.DemandJob], ct))?.Summary) is { } last)
        {
            var concerns = await concerned.OfAsync(ports, await feed.ChangedSinceAsync(last.OutboxPosition, ct), ct);
            return new RunPlan([.. concerns.Keys], concerns.Count < options.FieldFrom ? concerns : await concerned.SortedAsync(ports, concerns, ct));
        }
        var open = await db.OpenPersons().Select(p => p.Id).ToListAsync(ct);
        // by what they are not, so that the database goes through its index by person and touches no row
        var proposed = await db.CandidateMatches.Where(m => m.State != MatchState.AwaitingSecond && m.State != MatchState.Confirmed && m.State != MatchState.Rejected && m.State != MatchState.Withdrawn).Select(m => m.PersonId).Distinct().ToListAsync(ct);
        return RunPlan.Everybody(open.Union(proposed).ToList());
    }
}
