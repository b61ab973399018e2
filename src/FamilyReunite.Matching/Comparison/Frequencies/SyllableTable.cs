using System.Collections.Concurrent;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Matching.Comparison.Frequencies;

/// <summary>Numbers for toneless syllables, and the log-probability that one is heard for another, worked out once per pair.</summary>
internal static class SyllableTable
{
    /// <summary>More than Mandarin has; what comes later is worked out each time.</summary>
    private const int Kept = 640;

    private static readonly ConcurrentDictionary<string, int> Ids = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<int, Syllable> Parts = new();
    private static readonly float[] Heard = new float[Kept * Kept];
    private static readonly ConfusionTable Table = ConfusionTable.For(ConfusionTable.Pooled);
    private static int _last = -1;

    public static int IdOf(string pinyin) => Ids.GetOrAdd(pinyin, static p =>
    {
        var id = Interlocked.Increment(ref _last);
        Parts[id] = Syllable.Parse(p);
        return id;
    });

    public static int[] IdsOf(IReadOnlyList<string> readings)
    {
        var ids = new int[readings.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = IdOf(readings[i]);
        return ids;
    }

    /// <summary>log P(heard | spoken) over the best readings.</summary>
    public static double LogHeard(ReadOnlySpan<int> heard, ReadOnlySpan<int> spoken)
    {
        var best = float.NegativeInfinity;
        foreach (var h in heard)
            foreach (var s in spoken)
                best = Math.Max(best, LogHeard(h, s));
        return best;
    }

    public static bool Share(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        foreach (var x in a)
            if (b.Contains(x)) return true;
        return false;
    }

    private static float LogHeard(int heard, int spoken)
    {
        if (heard >= Kept || spoken >= Kept) return Compute(heard, spoken);
        ref var known = ref Heard[heard * Kept + spoken];
        var value = Volatile.Read(ref known);
        if (value < 0) return value;
        value = Compute(heard, spoken);
        Volatile.Write(ref known, value);
        return value;
    }

    /// <summary>Always below zero, so that zero can mean "not worked out yet".</summary>
    private static float Compute(int heard, int spoken) => Math.Min(-1e-6f, (float)Math.Log(Table.Probability(Parts[heard], Parts[spoken])));
}
