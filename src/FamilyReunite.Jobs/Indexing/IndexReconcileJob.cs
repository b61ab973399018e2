using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Jobs.Scheduling;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Indexing;

/// <summary>Once a night: every id and version of the index against the database. What differed stands in the ledger.</summary>
public sealed class IndexReconcileJob(JobLedger ledger, IndexReconciler reconciler, ILogger<IndexReconcileJob> log) : IScheduledJob
{
    public const string Name = "index-reconcile";

    /// <summary>After the nightly match, which needs the index for itself.</summary>
    public static readonly DailySchedule Schedule = new(new TimeOnly(5, 0), "Asia/Shanghai");

    public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
    {
        var ticket = await ledger.BeginAsync(Name, slot, ct);
        if (!ticket.MayRun) return ticket.Start;
        try
        {
            var outcome = await reconciler.ReconcileAsync(ct);
            if (outcome.Value is { } done)
            {
                await ledger.FinishAsync(ticket, done.ToJson(), ct);
                return ticket.Start;
            }
            log.SlotPutOff(Name, slot, outcome.Problems[0].Code);
            return JobStart.RunningElsewhere;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await ledger.FailAsync(ticket, e, CancellationToken.None);
            throw;
        }
    }
}
