using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Who left before a new province was made says the old one: 四川 for 重庆, 广东 for 海南.</summary>
internal static class FormerProvince
{
    /// <summary>Part of those from there who still say the old province, against those of today's province. Estimated.</summary>
    private const double StillSaid = 0.6;

    /// <summary>Last year of the old province from which most who left are too young to have known it.</summary>
    private const int Remembered = 1985;

    private static readonly Lazy<ILookup<string, int>> Once = new(() =>
        CountySet.All.SelectMany((c, i) => FormerParents.Of(c.Code.Digits).Where(p => p.Last >= Remembered).Select(p => (p.Province, i)).Distinct()).ToLookup(x => x.Province, x => x.i, StringComparer.Ordinal));

    /// <summary>Gives counties that were once of the province their part of its belief; the sum stays.</summary>
    public static void Add(double[] belief, DivisionCode province)
    {
        int[] once = [.. Once.Value[province.Digits]];
        var today = CountySet.Within(province);
        if (once.Length == 0 || today.Count == 0) return;
        var (mass, people, former) = (today.Sum(i => belief[i]), today.Sum(i => Belief.Shares[i]), StillSaid * once.Sum(i => Belief.Shares[i]));
        var rest = people / (people + former);
        foreach (var i in today) belief[i] *= rest;
        foreach (var i in once) belief[i] += mass * (1 - rest) * StillSaid * Belief.Shares[i] / former;
    }
}
