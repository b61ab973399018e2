using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>Chooses which places a list of given length shows.</summary>
internal static class HomeList
{
    private static readonly string[] Municipalities = ["11", "12", "31", "50"];

    private static readonly HomeReason Together = new("所属各县合计，已单列的县除外", "Its counties together, without those listed by themselves");

    public static IReadOnlyList<HomeGuess> Of(HomeDistribution d, int top) => d.Declined ? Provinces(d, top) : Counties(d, top);

    /// <summary>
    /// Half the list goes to the likeliest counties. The rest goes to what is left of whole prefectures, the likeliest first, so that a prefecture that holds a third of the belief
    /// does not vanish because its counties hold a little each. No belief is listed twice.
    /// </summary>
    private static List<HomeGuess> Counties(HomeDistribution d, int top)
    {
        var p = d.Probabilities;
        var order = Enumerable.Range(0, p.Count).OrderByDescending(i => p[i]).ThenBy(i => i).ToList();
        var chosen = order.Take((top + 1) / 2).ToList();
        var list = chosen.ConvertAll(i => County(d, i));
        var named = chosen.ToHashSet();
        var left = order.Where(i => !named.Contains(i)).GroupBy(PrefectureOf).Select(g => g.ToList()).OrderByDescending(g => g.Sum(i => p[i])).Take(top - list.Count);
        // one county that holds most of it says more than its prefecture
        list.AddRange(left.Select(g => p[g[0]] >= 0.5 * g.Sum(i => p[i]) ? County(d, g[0]) : Rest(d, g)));
        return [.. list.OrderByDescending(h => h.Probability).ThenBy(h => h.Code.Digits, StringComparer.Ordinal)];
    }

    private static HomeGuess County(HomeDistribution d, int i)
    {
        var (county, below) = (CountySet.All[i], d.Below(i));
        return new HomeGuess(county.Code, county.Province, county.Prefecture, county.Name, below?.Town, below?.Village, d.Probabilities[i], d.Reasons(i));
    }

    /// <summary>Counties of one prefecture as one entry; the reasons are those of the likeliest of them.</summary>
    private static HomeGuess Rest(HomeDistribution d, List<int> counties)
    {
        var first = CountySet.All[counties[0]];
        var code = first.Code.At(IsMunicipal(first) ? DivisionLevel.Province : DivisionLevel.Prefecture);
        return new HomeGuess(code, first.Province, first.Prefecture, null, null, null, counties.Sum(i => d.Probabilities[i]), [Together, .. d.Reasons(counties[0])]);
    }

    private static List<HomeGuess> Provinces(HomeDistribution d, int top) =>
        [.. CountySet.All.Select(c => c.Code.At(DivisionLevel.Province)).Distinct().Select(p => (Code: p, P: d.Of(p))).OrderByDescending(p => p.P).Take(top)
            .Select(p => new HomeGuess(p.Code, CountySet.All[CountySet.Within(p.Code)[0]].Province, null, null, null, null, p.P, []))];

    /// <summary>Counties under the province itself stand alone.</summary>
    private static string PrefectureOf(int i) =>
        CountySet.All[i] is var c && IsMunicipal(c) ? c.Code.Digits[..2] : c.Prefecture == c.Province ? c.Code.Digits : c.Code.At(DivisionLevel.Prefecture).Digits;

    private static bool IsMunicipal(County c) => Municipalities.Contains(c.Code.Digits[..2]);
}
