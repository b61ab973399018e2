using System.Globalization;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.MatchRun;

/// <param name="Start">How the run came about; <see cref="JobStart.AlreadyDone"/> brings the figures of the earlier run.</param>
public sealed record MatchRunResult(JobStart Start, MatchRunSummary Summary);

/// <summary>The match run of a night or on demand: every open stranded person, in id order, in chunks. A chunk's results and the run's cursor are one transaction,
/// so a run that was killed goes on behind the last whole chunk and compares nobody twice.</summary>
public sealed class MatchRunner : IDisposable
{
    /// <summary>Runs that belong to a slot.</summary>
    public const string NightJob = "nightly-match";

    /// <summary>Runs on demand; their slot is the instant.</summary>
    public const string DemandJob = "match";

    private static readonly ILookup<Guid, Guid> Nobody = Enumerable.Empty<(Guid Person, Guid Report)>().ToLookup(x => x.Person, x => x.Report);
    private readonly Services _use;
    private readonly SemaphoreSlim _running = new(1, 1);

    internal MatchRunner(Services use) => _use = use;

    /// <param name="slot">Local date of the night ("2026-11-24"), run once; null for a run on demand.</param>
    /// <param name="all">False: only persons whom changes since the last finished run concern.</param>
    /// <returns><c>match.running</c> when a run is under way, <c>index.locked</c> when another process holds the index, or why the pair model was refused.</returns>
    public async Task<Outcome<MatchRunResult>> RunAsync(string? slot, bool all, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (!await _running.WaitAsync(TimeSpan.Zero, ct)) return new Problem("match.running");
        try
        {
            var fed = await _use.Feeder.CatchUpAsync(null, ct);
            if (!fed.Succeeded) return fed.Problems.ToArray();
            var open = _use.Ports.Open();
            if (open.Value is not { } ports) return open.Problems.ToArray();
            var (job, name) = slot is null ? (DemandJob, _use.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)) : (NightJob, slot);
            var ticket = await _use.Ledger.BeginAsync(job, name, ct, _use.Source.IsExclusive ? TimeSpan.Zero : null);
            if (ticket.Start == JobStart.RunningElsewhere) return new Problem("match.running");
            if (ticket.Start == JobStart.AlreadyDone) return new MatchRunResult(ticket.Start, MatchRunSummary.Parse(ticket.Summary) ?? new MatchRunSummary(null, 0, 0, new MatchTally()));
            return await RunAsync(ticket, ports, all, progress, ct);
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    private async Task<MatchRunResult> RunAsync(JobTicket ticket, MatchPorts ports, bool all, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        try
        {
            var begun = MatchRunSummary.Parse(ticket.Cursor) ?? new MatchRunSummary(null, await ports.Index.PositionAsync(ct), 0, new MatchTally());
            if (ticket.Start == JobStart.Resumed) _use.Log.MatchRunResumed(ticket.Job, ticket.Slot, ticket.Done);
            var end = await ChunksAsync(ticket, ports, begun, all, progress, ct);
            await _use.Ledger.FinishAsync(ticket, end.ToJson(), ct);
            _use.Log.MatchRunDone(ticket.Job, ticket.Slot, end.Tally.Persons, end.Tally.Pairs, end.Tally.New, end.Tally.Withdrawn);
            return new MatchRunResult(ticket.Start, end);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await _use.Ledger.FailAsync(ticket, e, CancellationToken.None);
            throw;
        }
    }

    private async Task<MatchRunSummary> ChunksAsync(JobTicket ticket, MatchPorts ports, MatchRunSummary at, bool all, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var began = _use.Clock.GetTimestamp();
        var (before, done) = (at.Seconds, ticket.Done);
        var (persons, reports) = await PersonsAsync(ports, all, ct);
        var left = persons.Where(p => at.After is not { } after || p.CompareTo(after) > 0).Order().ToList();
        var total = done + left.Count;
        progress?.Report(new WorkProgress(done, total));
        foreach (var chunk in left.Chunk(_use.Options.ChunkSize))
        {
            var next = at;
            await _use.Chunks.RunAsync(ports, chunk, reports, "job:" + ticket.Job, (db, tally) =>
            {
                next = at with { After = chunk[^1], Tally = at.Tally + tally, Seconds = before + _use.Clock.GetElapsedTime(began).TotalSeconds };
                return _use.Ledger.AdvanceAsync(db, ticket, done + chunk.Length, total, next.ToJson(), string.Create(CultureInfo.InvariantCulture, $"slot={ticket.Slot} persons={tally.Persons} pairs={tally.Pairs}"), ct);
            }, ct);
            (at, done) = (next, done + chunk.Length);
            progress?.Report(new WorkProgress(done, total));
        }
        return at with { Seconds = before + _use.Clock.GetElapsedTime(began).TotalSeconds };
    }

    /// <summary>Everybody who takes part, and who still has open proposals without taking part any more.</summary>
    private async Task<(IReadOnlyCollection<Guid> Persons, ILookup<Guid, Guid> Reports)> PersonsAsync(MatchPorts ports, bool all, CancellationToken ct)
    {
        await using var db = await _use.Databases.CreateDbContextAsync(ct);
        if (!all && MatchRunSummary.Parse((await _use.Ledger.LastDoneAsync([NightJob, DemandJob], ct))?.Summary) is { } last)
        {
            var concerned = await _use.Concerned.OfAsync(ports, await _use.Feed.ChangedSinceAsync(last.OutboxPosition, ct), ct);
            return ([.. concerned.Keys], concerned.SelectMany(c => c.Value.Select(r => (Person: c.Key, Report: r))).ToLookup(p => p.Person, p => p.Report));
        }
        var open = await db.OpenPersons().Select(p => p.Id).ToListAsync(ct);
        var proposed = await db.CandidateMatches.Where(m => m.State == MatchState.Proposed || m.State == MatchState.UnderReview).Select(m => m.PersonId).Distinct().ToListAsync(ct);
        return (open.Union(proposed).ToList(), Nobody);
    }

    /// <summary>What a run needs.</summary>
    internal sealed record Services(IIndexSource Source, MatchPortsSource Ports, IndexFeeder Feeder, OutboxFeed Feed, JobLedger Ledger, MatchChunks Chunks, ConcernedPersons Concerned, IDbContextFactory<ReuniteDb> Databases, TimeProvider Clock, MatchOptions Options, ILogger<MatchRunner> Log);
}
