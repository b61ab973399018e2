using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Escort;

/// <summary>Proposes when the escorts should be heard of: at each departure and arrival, and every <see cref="Every"/> between.</summary>
public static class CheckInProposal
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(4);

    /// <summary>Two that are nearer than this are one: changing trains takes no two reports.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(45);

    /// <returns>In order; the first is the departure, the last the final arrival.</returns>
    public static IReadOnlyList<DateTimeOffset> For(IEnumerable<LegDraft> legs)
    {
        var stops = legs.SelectMany(l => new[] { l.DepartsAt, l.ArrivesAt }).OfType<DateTimeOffset>().Order().ToList();
        var due = new List<DateTimeOffset>();
        foreach (var stop in stops)
        {
            if (due.Count > 0)
            {
                if (stop - due[^1] < Apart) continue;
                for (var between = due[^1] + Every; stop - between >= Apart && due.Count < TripLimits.CheckIns; between += Every) due.Add(between);
            }
            due.Add(stop);
        }
        if (stops.Count > 0) due[^1] = stops[^1];
        return due;
    }

    /// <summary>The same for legs that have been planned.</summary>
    public static IReadOnlyList<DateTimeOffset> For(IEnumerable<TripLeg> legs) =>
        For(legs.Select(l => new LegDraft(l.From, l.To, l.Transport, l.Number, l.DepartsAt, l.ArrivesAt)));
}
