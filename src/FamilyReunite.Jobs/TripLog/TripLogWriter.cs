using FamilyReunite.Casework.Escort;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Escort;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Jobs.TripLog;

/// <param name="Trips">Trips looked at: under way, or planned and past their departure.</param>
/// <param name="Missed">Check-ins flagged by this run.</param>
/// <param name="NotDeparted">Trips whose planned departure has passed.</param>
public sealed record TripLogTotals(int Trips, int Missed, int NotDeparted);

/// <summary>Writes each trip's state once a slot and flags each missed check-in once. A repeat changes nothing.</summary>
public sealed class TripLogWriter(IDbContextFactory<ReuniteDb> databases, TimeProvider clock) : IDisposable
{
    /// <summary>The night and the quarter-hourly check flag the same check-ins; one after the other.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="slot">Name of the night ("2026-11-24"); null only flags missed check-ins.</param>
    /// <param name="after">Goes on behind this trip id (in the order of the stored ids); null starts from the first.</param>
    /// <param name="beat">Called after each trip with its id and the totals so far.</param>
    public async Task<TripLogTotals> WriteAsync(string? slot, Guid? after, Func<Guid, TripLogTotals, Task>? beat, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var totals = new TripLogTotals(0, 0, 0);
            foreach (var id in await DueAsync(after, ct))
            {
                totals = await WriteOneAsync(id, slot, totals, ct);
                if (beat is not null) await beat(id, totals);
            }
            return totals;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<List<Guid>> DueAsync(Guid? after, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await db.EscortTrips.Where(t => t.State == TripState.UnderWay || (t.State == TripState.Planned && t.Legs.Any(l => l.DepartsAt < now)))
            .Select(t => t.Id).ToListAsync(ct);
        return [.. ids.Order().Where(id => after is null || id.CompareTo(after.Value) > 0)];
    }

    private async Task<TripLogTotals> WriteOneAsync(Guid id, string? slot, TripLogTotals totals, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var trip = await db.EscortTrips.Include(t => t.Legs).Include(t => t.CheckIns).Include(t => t.Events).SingleAsync(t => t.Id == id, ct);
        var now = clock.GetUtcNow();
        List<ChangeNote> notes = [];
        void Note(Guid eventId, TripEventKind kind, DateTimeOffset at, string? text, string action)
        {
            if (trip.Note(new TripEvent(eventId, kind, at, null, null, text))) notes.Add(new ChangeNote(eventId, Actor.System("job:trip-log"), action, "trip", id));
        }

        foreach (var missed in trip.MissedCheckIns(now)) Note(SlotId.Of(missed.Id, "missed", ""), TripEventKind.CheckInMissed, missed.DueAt, null, "trip.check-in-missed");
        var flagged = notes.Count;
        if (slot is not null) Note(SlotId.Of(id, "log", slot), TripEventKind.Logged, now, TripLogLine.Of(trip, now).ToText(), "trip.logged");
        if (notes.Count > 0) await new ChangeWriter(db, clock).SaveAsync(notes, [], ct);
        return new TripLogTotals(totals.Trips + 1, totals.Missed + flagged, totals.NotDeparted + (trip.State == TripState.Planned ? 1 : 0));
    }
}
