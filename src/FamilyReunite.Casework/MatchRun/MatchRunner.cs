using System.Globalization;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.MatchRun;

/// <param name="Start">How the run came about; <see cref="JobStart.AlreadyDone"/> brings the figures of the earlier run.</param>
public sealed record MatchRunResult(JobStart Start, MatchRunSummary Summary);

/// <summary>The match run of a night or on demand: every open stranded person, in id order, in chunks. A chunk's results and the run's cursor are one transaction,
/// so a run that was killed goes on behind the last whole chunk and nothing saved is lost or done twice.</summary>
public sealed class MatchRunner : IDisposable
{
    /// <summary>Runs that belong to a slot.</summary>
    public const string NightJob = "nightly-match";

    /// <summary>Runs on demand; their slot is the instant.</summary>
    public const string DemandJob = "match";

    private readonly Services _use;
    private readonly SemaphoreSlim _running = new(1, 1);

    internal MatchRunner(Services use) => _use = use;

    /// <param name="slot">Local date of the night ("2026-11-24"), run once; null for a run on demand.</param>
    /// <param name="all">False: only persons whom changes since the last finished run concern.</param>
    /// <param name="wait">How to wait for a run that is under way; null refuses at once.</param>
    /// <returns><c>match.running</c> when a run is under way, <c>index.locked</c> when another process holds the index, <c>elastic.…</c> when a cluster went away, or why the pair model was refused.</returns>
    public async Task<Outcome<MatchRunResult>> RunAsync(string? slot, bool all, IProgress<WorkProgress>? progress, CancellationToken ct, MatchWait? wait = null)
    {
        var until = _use.Clock.GetUtcNow() + (wait ??= MatchWait.Not).Longest;
        var told = false;
        while (true)
        {
            var outcome = await TryAsync(slot, all, progress, ct);
            if (outcome.Succeeded || _use.Clock.GetUtcNow() >= until || !await IsUnderWayAsync(outcome.Problems[0], ct)) return outcome;
            if (!told) wait.Told?.Invoke(new Problem("match.running"));
            told = true;
            await Task.Delay(MatchWait.Pause, _use.Clock, ct);
        }
    }

    /// <summary>Takes part in a night that another server of the same database began, if a part of it waits for somebody.</summary>
    /// <returns>False when there is none, or this process matches as it is; problems as of <see cref="RunAsync(string?, bool, IProgress{WorkProgress}?, CancellationToken, MatchWait?)"/>.</returns>
    public async Task<Outcome<bool>> HelpAsync(CancellationToken ct)
    {
        if (!await _running.WaitAsync(TimeSpan.Zero, ct)) return false;
        try
        {
            if (await _use.Shares.FindFreeAsync(NightJob, ct) is not { } ticket) return false;
            var fed = await _use.Feeder.CatchUpAsync(null, ct);
            if (!fed.Succeeded) return fed.Problems.ToArray();
            var open = await _use.Ports.OpenAsync(ct);
            if (open.Value is not { } ports) return open.Problems.ToArray();
            var begun = MatchRunSummary.Parse(ticket.Cursor) ?? new MatchRunSummary(null, 0, 0, new MatchTally());
            _use.Log.MatchRunJoined(ticket.Slot);
            await FinishAsync(ticket, await _use.Shared.TakePartAsync(ticket, ports, begun, null, ct), ct);
            return true;
        }
        catch (ElasticException e)
        {
            return e.Problem;
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    /// <summary>A locked index alone may be a server that stays; with a run that shows signs of life it is one that ends.</summary>
    private async Task<bool> IsUnderWayAsync(Problem problem, CancellationToken ct) =>
        problem.Code == "match.running" || (problem.Code == "index.locked" && await _use.Ledger.IsAliveAsync([NightJob, DemandJob], ct));

    private async Task<Outcome<MatchRunResult>> TryAsync(string? slot, bool all, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (!await _running.WaitAsync(TimeSpan.Zero, ct)) return new Problem("match.running");
        try
        {
            var fed = await _use.Feeder.CatchUpAsync(null, ct);
            if (!fed.Succeeded) return fed.Problems.ToArray();
            var open = await _use.Ports.OpenAsync(ct);
            if (open.Value is not { } ports) return open.Problems.ToArray();
            var (job, name) = slot is null ? (DemandJob, _use.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)) : (NightJob, slot);
            var ticket = await _use.Ledger.BeginAsync(job, name, ct, _use.Source.IsExclusive && !await _use.Shares.AreUsedAsync(ct) ? TimeSpan.Zero : null);
            if (ticket.Start == JobStart.RunningElsewhere) return new Problem("match.running");
            if (ticket.Start == JobStart.AlreadyDone) return new MatchRunResult(ticket.Start, MatchRunSummary.Parse(ticket.Summary) ?? new MatchRunSummary(null, 0, 0, new MatchTally()));
            return await RunAsync(ticket, ports, all, progress, ct);
        }
        catch (ElasticException e)
        {
            // the slot stays open and goes on behind its last chunk when the cluster answers again
            return e.Problem;
        }
        finally
        {
            _running.Release();
        }
    }

    private async Task<MatchRunResult> RunAsync(JobTicket ticket, MatchPorts ports, bool all, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var began = _use.Clock.GetTimestamp();
        try
        {
            var begun = MatchRunSummary.Parse(ticket.Cursor) ?? new MatchRunSummary(null, await ports.Index.PositionAsync(ct), 0, new MatchTally());
            if (ticket.Start == JobStart.Resumed) _use.Log.MatchRunResumed(ticket.Job, ticket.Slot, ticket.Done);
            var end = await _use.Shared.AppliesAsync(ticket, all, ct) ? await _use.Shared.RunAsync(ticket, ports, begun, progress, ct) : await AloneAsync(ticket, ports, all, begun, began, progress, ct);
            return new MatchRunResult(ticket.Start, await FinishAsync(ticket, end, ct));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // what one server of several cannot do the others still can
            if (!await _use.Shares.AreHeldElsewhereAsync(ticket.RunId, CancellationToken.None)) await _use.Ledger.FailAsync(ticket, e, CancellationToken.None);
            throw;
        }
    }

    private async Task<MatchRunSummary> AloneAsync(JobTicket ticket, MatchPorts ports, bool all, MatchRunSummary begun, long began, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var plan = await _use.Planner.MakeAsync(ports, all, ct);
        var course = new SoloCourse(ticket, plan.Persons, begun, began, _use.Options.WaveSize, _use.Ledger, _use.Clock);
        var stages = await _use.Waves.RunAsync(ticket, course, ports, plan, new RunPace(_use.Clock, ticket.Done, ticket.Done + course.Left.Count, progress), began, ct);
        return course.At with { Seconds = course.Seconds, Stages = stages };
    }

    private async Task<MatchRunSummary> FinishAsync(JobTicket ticket, MatchRunSummary end, CancellationToken ct)
    {
        var closed = MatchRunSummary.Parse(await _use.Ledger.FinishAsync(ticket, end.ToJson(), ct)) ?? end;
        _use.Log.MatchRunDone(ticket.Job, ticket.Slot, closed.Tally.Persons, closed.Tally.Pairs, closed.Tally.New, closed.Tally.Withdrawn);
        await _use.Shares.ClearAsync(ct);
        return closed;
    }

    /// <summary>What a run needs.</summary>
    internal sealed record Services(IIndexSource Source, MatchPortsSource Ports, IndexFeeder Feeder, JobLedger Ledger, JobShares Shares, RunPlanner Planner, RunWaves Waves, SharedRun Shared, MatchOptions Options, TimeProvider Clock, ILogger<MatchRunner> Log);
}
