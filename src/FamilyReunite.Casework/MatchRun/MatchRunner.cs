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
            var ticket = await _use.Ledger.BeginAsync(job, name, ct, _use.Source.IsExclusive ? TimeSpan.Zero : null);
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
            var plan = await _use.Planner.MakeAsync(ports, all, ct);
            var end = await _use.Waves.RunAsync(ticket, ports, plan, begun, began, progress, ct);
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

    /// <summary>What a run needs.</summary>
    internal sealed record Services(IIndexSource Source, MatchPortsSource Ports, IndexFeeder Feeder, JobLedger Ledger, RunPlanner Planner, RunWaves Waves, TimeProvider Clock, ILogger<MatchRunner> Log);
}
