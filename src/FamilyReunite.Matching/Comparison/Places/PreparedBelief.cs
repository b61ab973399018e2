using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Where a person's home is believed to be, laid out for quick look-up.</summary>
internal sealed class PreparedBelief
{
    private readonly Dictionary<int, double> _listed;
    private readonly double _restPerShare;

    private PreparedBelief(HomeShares shares)
    {
        _listed = shares.Counties.ToDictionary(c => c.County, c => c.Probability);
        _restPerShare = shares.Rest / Math.Max(1e-6, 1 - shares.Counties.Sum(c => CountySet.All[c.County].Share));
        Said = [.. shares.Said];
    }

    /// <summary>The words it rests on.</summary>
    public string[] Said { get; }

    public static PreparedBelief? Of(HomeShares? shares) => shares is null ? null : new PreparedBelief(shares);

    /// <summary>Belief that home is in one of these counties.</summary>
    /// <param name="counties">Positions in <see cref="CountySet.All"/>.</param>
    public double In(IReadOnlyList<int> counties)
    {
        var sum = 0.0;
        for (var i = 0; i < counties.Count; i++) sum += _listed.TryGetValue(counties[i], out var p) ? p : _restPerShare * CountySet.All[counties[i]].Share;
        return sum;
    }
}
