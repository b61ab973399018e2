using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>Chooses which places a list of given length shows.</summary>
internal static class HomeList
{
    public static IReadOnlyList<HomeGuess> Of(HomeDistribution d, int top) => d.Declined ? Provinces(d, top) : Counties(d, top);

    /// <summary>Half the list goes to the likeliest counties; the rest first to the best county of prefectures that would be missing, so that a reader sees where else to look.</summary>
    private static List<HomeGuess> Counties(HomeDistribution d, int top)
    {
        var all = CountySet.All;
        var order = Enumerable.Range(0, all.Count).OrderByDescending(i => d.Probabilities[i]).ThenBy(i => i).ToList();
        var chosen = order.Take((top + 1) / 2).ToHashSet();
        var seen = chosen.Select(i => PrefectureOf(all[i])).ToHashSet();
        var others = order.GroupBy(i => PrefectureOf(all[i])).Where(g => !seen.Contains(g.Key)).OrderByDescending(g => g.Sum(i => d.Probabilities[i]));
        foreach (var prefecture in others.Take(top - chosen.Count)) chosen.Add(prefecture.First());
        foreach (var i in order)
            if (chosen.Count < Math.Min(top, all.Count)) chosen.Add(i);
        return [.. chosen.OrderByDescending(i => d.Probabilities[i]).ThenBy(i => i).Select(i => Guess(d, i))];
    }

    private static HomeGuess Guess(HomeDistribution d, int i)
    {
        var (county, below) = (CountySet.All[i], d.Below(i));
        return new HomeGuess(county.Code, county.Province, county.Prefecture, county.Name, below?.Town, below?.Village, d.Probabilities[i], d.Reasons(i));
    }

    private static List<HomeGuess> Provinces(HomeDistribution d, int top) =>
        [.. CountySet.All.Select(c => c.Code.At(DivisionLevel.Province)).Distinct().Select(p => (Code: p, P: d.Of(p))).OrderByDescending(p => p.P).Take(top)
            .Select(p => new HomeGuess(p.Code, CountySet.All[CountySet.Within(p.Code)[0]].Province, null, null, null, null, p.P, []))];

    private static string PrefectureOf(County c) => c.Code.At(DivisionLevel.Prefecture).Digits;
}
