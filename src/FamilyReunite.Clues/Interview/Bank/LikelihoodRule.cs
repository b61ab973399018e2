using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Interview.Bank;

/// <summary>Where P(true of a home) by county comes from: hints of <see cref="RegionTable"/>, or areas of its own.</summary>
public sealed class LikelihoodRule
{
    /// <summary>Nothing is true of every home of a county.</summary>
    private const double Most = 0.95;

    private readonly Func<double[]> _spread;

    internal LikelihoodRule(IReadOnlyList<(RegionHint Hint, double Times)> hints)
    {
        Hints = [.. hints.Select(h => h.Hint)];
        _spread = () => Greatest(hints);
    }

    internal LikelihoodRule(double elsewhere, string[] areas)
    {
        Hints = [];
        _spread = () => RegionTable.Spread(elsewhere, areas);
    }

    /// <summary>The hints it rests on; empty when it gives its own areas.</summary>
    public IReadOnlyList<RegionHint> Hints { get; }

    /// <summary>One number in 0 to 1 for each county of <see cref="CountySet.All"/>, worked out anew at each call.</summary>
    public double[] Spread() => _spread();

    private static double[] Greatest(IReadOnlyList<(RegionHint Hint, double Times)> hints)
    {
        var p = new double[CountySet.All.Count];
        foreach (var (hint, times) in hints)
        {
            var likelihood = hint.Likelihood;
            for (var i = 0; i < p.Length; i++) p[i] = Math.Max(p[i], Math.Min(Most, likelihood[i] * times));
        }
        return p;
    }
}
