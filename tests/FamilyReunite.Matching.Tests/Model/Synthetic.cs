using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;

namespace FamilyReunite.Matching.Tests.Model;

/// <summary>Labelled findings drawn from a known rule: the same person agrees more often.</summary>
internal static class Synthetic
{
    public static List<LabelledPair> Pairs(FeatureSet features, int seed, int count, double share = 0.1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var same = random.NextDouble() < share;
            return new LabelledPair([.. features.Comparators.Select(c => Step(c, same, random))], same);
        })];
    }

    private static byte Step(Comparator c, bool same, Random random)
    {
        if (random.NextDouble() < 0.4) return 0;
        var n = c.Steps.Count - 1;
        var at = same ? Math.Max(random.Next(n), random.Next(n)) : Math.Min(random.Next(n), random.Next(n));
        return (byte)(1 + at);
    }
}
