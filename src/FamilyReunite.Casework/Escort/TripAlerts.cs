using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Escort;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

public enum TripAlertKind { CheckInMissed, NotDeparted }

/// <summary>A trip somebody should ring up.</summary>
/// <param name="DueAt">Since when nothing was heard: the earliest check-in not answered, or the planned departure.</param>
/// <param name="Missed">Check-ins not answered; 0 for a departure.</param>
public sealed record TripAlert(Guid TripId, TripAlertKind Kind, DateTimeOffset DueAt, int Missed);

/// <summary>Which of the caller's trips are silent now.</summary>
public sealed class TripAlerts(ReuniteDb db, TimeProvider clock)
{
    /// <summary>Longest silent first.</summary>
    public async Task<IReadOnlyList<TripAlert>> ForAsync(Caller caller, CancellationToken ct)
    {
        var trips = await db.TripsFor(caller).AsNoTracking().Where(t => t.State == TripState.Planned || t.State == TripState.UnderWay).Include(t => t.Legs).Include(t => t.CheckIns).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. trips.Select(t => Of(t, now)).OfType<TripAlert>().OrderBy(a => a.DueAt)];
    }

    /// <summary>Null when all is as planned.</summary>
    public static TripAlert? Of(EscortTrip trip, DateTimeOffset now)
    {
        if (trip.State == TripState.Planned) return trip.DepartsAt is { } departs && departs < now ? new TripAlert(trip.Id, TripAlertKind.NotDeparted, departs, 0) : null;
        var missed = trip.MissedCheckIns(now);
        return missed.Count == 0 ? null : new TripAlert(trip.Id, TripAlertKind.CheckInMissed, missed.Min(c => c.DueAt), missed.Count);
    }
}
