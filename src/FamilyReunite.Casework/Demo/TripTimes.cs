using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Demo;

/// <summary>Moves the sample's journeys to today: one shift for those that are over (the last thing happened yesterday), one for those under way (the newest was heard of an hour ago), one for those planned (the first leaves tomorrow).</summary>
internal sealed class TripTimes
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private readonly TimeSpan _over;
    private readonly TimeSpan _underWay;
    private readonly TimeSpan _planned;

    public TripTimes(IReadOnlyCollection<SampleTrip> trips, DateTimeOffset now)
    {
        _over = Days(Latest(trips.Where(t => !IsOpen(t)), t => t.LastAt), now.AddDays(-1), up: false);
        _planned = Days(Latest(trips.Where(t => t.State == TripState.Planned), t => t.DepartsAt, first: true), now.AddHours(12), up: true);
        var heard = Latest(trips.Where(t => t.State == TripState.UnderWay), t => t.LastAt);
        // to ten minutes, so that timetables stay readable; the hour of the day is given up to have check-ins just behind and just ahead
        _underWay = heard is { } h ? new TimeSpan((now.AddHours(-1) - h).Ticks / Step.Ticks * Step.Ticks) : TimeSpan.Zero;
    }

    public TimeSpan ShiftOf(SampleTrip trip) => trip.State switch { TripState.UnderWay => _underWay, TripState.Planned => _planned, _ => _over };

    private static bool IsOpen(SampleTrip trip) => trip.State is TripState.UnderWay or TripState.Planned;

    private static DateTimeOffset? Latest(IEnumerable<SampleTrip> trips, Func<SampleTrip, DateTimeOffset> at, bool first = false)
    {
        var all = trips.Select(at).ToList();
        return all.Count == 0 ? null : first ? all.Min() : all.Max();
    }

    /// <summary>Whole days, so that trains keep their hours.</summary>
    private static TimeSpan Days(DateTimeOffset? from, DateTimeOffset to, bool up)
    {
        if (from is not { } f) return TimeSpan.Zero;
        var days = (to - f).TotalDays;
        return TimeSpan.FromDays(up ? Math.Ceiling(days) : Math.Floor(days));
    }
}
