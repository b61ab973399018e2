namespace FamilyReunite.Clues.Homes;

/// <summary>Belief about a person's county of home, cut to what comparison and retrieval need.</summary>
/// <param name="Counties">The likeliest first, at most <see cref="Most"/>.</param>
/// <param name="Rest">Probability of all other counties together, spread among them like <see cref="County.Share"/>.</param>
/// <param name="Said">The words that moved the belief most, verbatim, at most <see cref="MostSaid"/>.</param>
public sealed record HomeShares(IReadOnlyList<HomeShare> Counties, double Rest, IReadOnlyList<string> Said)
{
    public const int Most = 64;

    public const int MostSaid = 3;

    /// <summary>Less than this is left to <see cref="Rest"/>.</summary>
    private const double Least = 0.001;

    /// <summary>Null when the finder declined: then only the statements themselves can be compared.</summary>
    public static HomeShares? Of(HomeDistribution belief)
    {
        if (belief.Declined) return null;
        var p = belief.Probabilities;
        HomeShare[] best = [.. Enumerable.Range(0, p.Count).Where(i => p[i] >= Least).OrderByDescending(i => p[i]).ThenBy(i => i).Take(Most).Select(i => new HomeShare(i, p[i]))];
        var said = belief.Clues.Where(c => c.AsHeard.Length > 0).OrderByDescending(c => c.Information).Select(c => c.AsHeard).Distinct(StringComparer.Ordinal).Take(MostSaid);
        return new HomeShares(best, Math.Max(0, 1 - best.Sum(b => b.Probability)), [.. said]);
    }
}

/// <param name="County">Position in <see cref="CountySet.All"/>.</param>
public readonly record struct HomeShare(int County, double Probability);
