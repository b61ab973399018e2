using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Learning;

/// <summary>How far the levels of one feature have moved between two periods.</summary>
/// <param name="Index">Population stability index: Σ (new − old) · ln(new / old) over the levels; 0 when nothing moved.</param>
public sealed record FeatureDrift(string Feature, double Index)
{
    /// <summary>The customary reading: below 0.1 quiet, above 0.2 worth a look.</summary>
    public const double Line = 0.2;

    /// <summary>Half a pair is added to every level, so that a level nobody came to does not make the index endless.</summary>
    private const double Smoothing = 0.5;

    public bool Alarms => Index > Line;

    /// <summary>The furthest moved first.</summary>
    public static IReadOnlyList<FeatureDrift> Of(IReadOnlyList<IReadOnlyList<Evidence>> before, IReadOnlyList<IReadOnlyList<Evidence>> now)
    {
        var features = before.Concat(now).SelectMany(list => list.Select(e => e.Feature)).Distinct();
        return [.. features.Select(f => new FeatureDrift(f, Stability(Shares(before, f), Shares(now, f)))).OrderByDescending(d => d.Index).ThenBy(d => d.Feature, StringComparer.Ordinal)];
    }

    private static double[] Shares(IReadOnlyList<IReadOnlyList<Evidence>> lists, string feature)
    {
        var levels = Enum.GetValues<AgreementLevel>();
        var counts = Enumerable.Repeat(Smoothing, levels.Length).ToArray();
        foreach (var list in lists) counts[(int)(list.FirstOrDefault(e => e.Feature == feature)?.Level ?? AgreementLevel.NothingToCompare)]++;
        var sum = counts.Sum();
        return [.. counts.Select(c => c / sum)];
    }

    private static double Stability(double[] old, double[] fresh) => old.Select((o, i) => (fresh[i] - o) * Math.Log(fresh[i] / o)).Sum();
}
