using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Jobs.Scheduling;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Faces;

/// <summary>Once a night: every photo that the model pack in use has not looked at. A run that was stopped goes on where it was.</summary>
public sealed class FaceReadingJob(JobLedger ledger, FaceReader reader, FaceFeed feed, ILogger<FaceReadingJob> log) : IScheduledJob
{
    public const string Name = "face-reading";

    /// <summary>Before the nightly match, which then finds the faces.</summary>
    public static readonly DailySchedule Schedule = new(new TimeOnly(0, 30), "Asia/Shanghai");

    public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
    {
        var ticket = await ledger.BeginAsync(Name, slot, ct);
        if (!ticket.MayRun) return ticket.Start;
        try
        {
            var outcome = await reader.ReadWaitingAsync(t => ledger.AdvanceAsync(ticket, ticket.Done + t.Read, ticket.Done + t.Read + t.Left, null, ct), ct);
            if (!outcome.Succeeded) log.FacesNotRead(outcome.Problems[0].Code);
            // off or on: what the cluster holds is compared with what it should hold
            await feed.ReconcileAsync(ct);
            await ledger.FinishAsync(ticket, null, ct);
            return ticket.Start;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await ledger.FailAsync(ticket, e, CancellationToken.None);
            throw;
        }
    }
}
