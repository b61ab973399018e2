using System.Text.Json;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Jobs.Scheduling;

namespace FamilyReunite.Jobs.TripLog;

/// <summary>Once a night: the state of every trip that is out, or should be.</summary>
internal sealed class TripLogJob(TripLogWriter writer, JobLedger ledger) : IScheduledJob
{
    public const string Name = "trip-log";

    /// <summary>Before the nightly match, so that the two do not wait for each other.</summary>
    public static readonly DailySchedule Schedule = new(new TimeOnly(2, 0), "Asia/Shanghai");

    /// <summary>Trips between two signs of life in the ledger.</summary>
    private const int Stride = 50;

    public async Task<JobStart> RunAsync(string slot, CancellationToken ct)
    {
        var ticket = await ledger.BeginAsync(Name, slot, ct);
        if (!ticket.MayRun) return ticket.Start;
        try
        {
            Guid? after = Guid.TryParse(ticket.Cursor, out var cursor) ? cursor : null;
            var totals = await writer.WriteAsync(slot, after, BeatAsync, ct);
            await ledger.FinishAsync(ticket, JsonSerializer.Serialize(totals, JsonSerializerOptions.Web), ct);
            return ticket.Start;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await ledger.FailAsync(ticket, e, ct);
            throw;
        }

        async Task BeatAsync(Guid trip, TripLogTotals totals)
        {
            var done = ticket.Done + totals.Trips;
            if (totals.Trips % Stride == 0) await ledger.AdvanceAsync(ticket, done, done, trip.ToString(), ct);
        }
    }
}
