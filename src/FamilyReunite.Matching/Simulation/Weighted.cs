using System.Globalization;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Things to draw from, each with a weight.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public Weighted(IEnumerable<(T Item, double Weight)> items)
    {
        var list = items.Where(x => x.Weight > 0).ToList();
        _items = [.. list.Select(x => x.Item)];
        _upTo = new double[list.Count];
        var sum = 0.0;
        for (var i = 0; i < list.Count; i++) _upTo[i] = sum += list[i].Weight;
    }

    public IReadOnlyList<T> Items => _items;

    public T Pick(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _items[Math.Min(at < 0 ? ~at : at + 1, _items.Length - 1)];
    }
}

internal static class Dice
{
    public static bool Chance(this Random random, double p) => random.NextDouble() < p;

    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Normal deviate (Box and Muller).</summary>
    public static double Normal(this Random random, double mean, double sd) =>
        mean + sd * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Whole number in "60..92", both ends included.</summary>
    public static int Within(this Random random, string range)
    {
        var at = range.IndexOf("..", StringComparison.Ordinal);
        var low = int.Parse(range.AsSpan(0, at), CultureInfo.InvariantCulture);
        return random.Next(low, int.Parse(range.AsSpan(at + 2), CultureInfo.InvariantCulture) + 1);
    }

    /// <summary>A generator of its own for one person, so that people do not shift when another one is drawn differently.</summary>
    public static Random Stream(int seed, SimulationProfile profile, int part, int index) => new(SeedOf(seed, profile, part, index));

    public static int SeedOf(int seed, SimulationProfile profile, int part, int index)
    {
        var x = unchecked((ulong)(uint)seed * 0x9E3779B97F4A7C15UL + ((ulong)profile + 1) * 0xD1B54A32D192ED03UL + (ulong)part * 0x8CB92BA72F3D8DD7UL + (ulong)index * 0xBF58476D1CE4E5B9UL);
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EBUL);
        return (int)((x ^ (x >> 31)) & 0x7FFFFFFF);
    }
}
