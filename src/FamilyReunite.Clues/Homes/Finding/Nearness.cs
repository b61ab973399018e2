using System.Collections.Concurrent;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>How places lie to each other: people name the county of their childhood, the next town, a prefecture of another year.</summary>
internal static class Nearness
{
    private static readonly Lazy<(double X, double Y, double Z)[]> Points = new(() => [.. CountySet.All.Select(c => Point(c.Centre))]);
    private static readonly ConcurrentDictionary<string, double[]> Around = new(StringComparer.Ordinal);

    /// <summary>1 inside the division, falling with the distance to its nearest county; for a county also raised inside its prefecture.</summary>
    /// <param name="km">Distance at which two thirds are gone.</param>
    public static double[] To(DivisionCode code, double km)
    {
        var inside = CountySet.Within(code);
        // one county is measured anew each time: three thousand kept arrays would weigh more than they save
        return inside.Count < 2 ? To(inside, km) : Around.GetOrAdd(FormattableString.Invariant($"{code.Digits}/{km}"), _ => To(inside, km));
    }

    /// <summary>1 inside, falling with the distance to the nearest county inside.</summary>
    public static double[] To(IReadOnlyList<int> inside, double km)
    {
        var near = Belief.Empty();
        foreach (var i in inside) near[i] = 1;
        for (var i = 0; i < near.Length; i++)
        {
            if (near[i] > 0) continue;
            var least = double.MaxValue;
            foreach (var j in inside) least = Math.Min(least, Chord(Points.Value[i], Points.Value[j]));
            near[i] = inside.Count == 0 ? 0 : Math.Exp(-Math.Sqrt(least) * EarthKm / km);
        }
        return near;
    }

    private const double EarthKm = 6371;

    /// <summary>Square of the chord on a sphere of radius 1; at the distances that matter here as good as the arc.</summary>
    private static double Chord((double X, double Y, double Z) a, (double X, double Y, double Z) b)
    {
        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return x * x + y * y + z * z;
    }

    private static (double X, double Y, double Z) Point((double Longitude, double Latitude) at)
    {
        var (lon, lat) = (double.DegreesToRadians(at.Longitude), double.DegreesToRadians(at.Latitude));
        return (Math.Cos(lat) * Math.Cos(lon), Math.Cos(lat) * Math.Sin(lon), Math.Sin(lat));
    }
}
