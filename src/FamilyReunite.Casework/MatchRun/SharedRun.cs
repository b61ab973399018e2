using System.Data.Common;
using FamilyReunite.Casework.Ledger;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>A night on a database that several servers share: one cuts it into shares, all take from them, and whoever finds nothing left closes it.</summary>
internal sealed class SharedRun(RunWaves waves, RunPlanner planner, JobShares shares, TimeProvider clock, MatchOptions options, ILogger<SharedRun> log)
{
    public Task<bool> AppliesAsync(JobTicket ticket, bool all, CancellationToken ct) => all && ticket.Job == MatchRunner.NightJob ? shares.AreUsedAsync(ct) : Task.FromResult(false);

    public async Task<MatchRunSummary> RunAsync(JobTicket ticket, MatchPorts ports, MatchRunSummary begun, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (!await shares.ExistAsync(ticket.RunId, ct))
        {
            var persons = (await planner.MakeAsync(ports, all: true, ct)).Persons;
            await shares.DivideAsync(ticket, persons, Math.Clamp((persons.Count + options.Shares - 1) / options.Shares, 1, options.WaveSize), begun.ToJson(), ct);
        }
        return await TakePartAsync(ticket, ports, begun, progress, ct);
    }

    /// <summary>Works on a run until all of it is done, by whomever.</summary>
    public async Task<MatchRunSummary> TakePartAsync(JobTicket ticket, MatchPorts ports, MatchRunSummary begun, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        using var working = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beating = BeatAsync(ticket, working.Token);
        try
        {
            RunStages? stages = null;
            for (; ; await Task.Delay(MatchWait.Pause, clock, ct))
            {
                var state = await shares.StateAsync(ticket.RunId, ct);
                if (state.Free > 0)
                {
                    var left = await shares.LeftAsync(ticket.RunId, ct);
                    stages = await waves.RunAsync(ticket, new SharedCourse(ticket, left, shares, options.ShareLife), ports, RunPlan.Everybody(left), new RunPace(clock, ticket.Done, ticket.Done + left.Count, progress), clock.GetTimestamp(), ct);
                    state = await shares.StateAsync(ticket.RunId, ct);
                }
                if (state.Open == 0) return begun with { After = null, Tally = SharedCourse.Sum(state.Figures), Seconds = begun.Seconds + clock.GetElapsedTime(began).TotalSeconds, Stages = stages };
            }
        }
        finally
        {
            await working.CancelAsync();
            await beating;
            await ReleaseAsync(ticket);
        }
    }

    private async Task BeatAsync(JobTicket ticket, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.ShareBeat, clock, ct);
                await shares.ProlongAsync(ticket.RunId, options.ShareLife, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (IsOfDatabase(e))
            {
                log.ShareNotProlonged(ticket.Slot, e);
            }
        }
    }

    private async Task ReleaseAsync(JobTicket ticket)
    {
        try
        {
            await shares.ReleaseAsync(ticket.RunId, CancellationToken.None);
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            // the leases lapse by themselves
            log.ShareNotProlonged(ticket.Slot, e);
        }
    }

    /// <summary>A server's connection that breaks is wrapped by the access layer.</summary>
    private static bool IsOfDatabase(Exception e) => e is DbException || e.InnerException is { } inner && IsOfDatabase(inner);
}
