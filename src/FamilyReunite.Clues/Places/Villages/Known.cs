namespace FamilyReunite.Clues.Places.Villages;

/// <summary>What the words before a position and the place near by say of each county.</summary>
/// <param name="Odds">Log-odds that a village of this county follows there, shared among its villages; <see cref="NameScorer.None"/> outside the scope.</param>
/// <param name="By">The mention that says so; null for none, or one that the county does not lie in.</param>
internal sealed record Known(double[] Odds, Mention?[] By, Mention? Outside)
{
    /// <summary>A town or village outside the county or larger place said with it; more than between those, for their names are rarely mistaken. Estimated.</summary>
    private const double WrongParent = -7;

    public static Known At(int from, string text, List<Mention> mentions, VillageTable table, string within, Func<string, double> near)
    {
        var counties = table.Counties;
        var odds = new double[counties.Length];
        var by = new Mention?[counties.Length];
        var last = mentions.Where(m => m.End == from).ToList();
        var other = last.MaxBy(m => m.Total);
        var none = ChainReader.Opening(text, from);
        var outside = Math.Max(none, other is null ? none : other.Total + WrongParent) - Math.Log(Math.Max(1, table.Count(within.Length > 6 ? within[..6] : within)));
        var county = within.Length > 6 ? within[..6] : within;
        for (var c = 0; c < counties.Length; c++) odds[c] = counties[c].Code.StartsWith(county, StringComparison.Ordinal) ? outside : NameScorer.None;
        foreach (var m in last)
            foreach (var target in m.Name.Targets)
            {
                var inside = m.Total - Math.Log(Math.Max(1, table.Count(target.Code.Digits))) - Math.Log(m.Name.Targets.Length);
                for (var c = 0; c < counties.Length; c++)
                    if (inside > odds[c] && !double.IsNegativeInfinity(odds[c]) && counties[c].Code.StartsWith(target.Code.Digits, StringComparison.Ordinal)) (odds[c], by[c]) = (inside, m);
            }
        for (var c = 0; c < counties.Length; c++)
            if (!double.IsNegativeInfinity(odds[c])) odds[c] += near(counties[c].Code);
        return new Known(odds, by, other is not null && other.Total + WrongParent > none ? other : null);
    }
}
