using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>Which names are worth weighing: provinces and the likeliest prefectures and counties; towns once few counties are left; villages once a town stands out.</summary>
internal static class NameCandidates
{
    private const int MostPrefectures = 40, MostCounties = 60, CountiesWithTowns = 2;

    /// <summary>Belief in a county from which its towns are read, and in one of its towns from which its villages are.</summary>
    private const double ReadTowns = 0.25, ReadVillages = 0.4;

    /// <summary>Names that several counties bear tell them not apart.</summary>
    private static readonly Lazy<HashSet<string>> Shared = new(() => [.. CountySet.All.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)]);

    /// <summary>Names of towns that more towns of the nation bear tell too little of where; estimated.</summary>
    private const int MostNamesakes = 5;

    private static readonly Lazy<Dictionary<string, int>> Towns = new(() => PlaceResolver.Villages.Towns.CountBy(t => Core(t), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));

    public static IEnumerable<NamedPlace> Of(HomeDistribution now)
    {
        var all = CountySet.All;
        int[] order = [.. Enumerable.Range(0, all.Count).OrderByDescending(i => now.Probabilities[i])];
        IEnumerable<DivisionCode> codes = [.. Likeliest(now, DivisionLevel.Province, all.Count), .. Likeliest(now, DivisionLevel.Prefecture, MostPrefectures)];
        var counties = order.Where(i => all[i].Code.Level == DivisionLevel.County && !Shared.Value.Contains(all[i].Name)).Take(MostCounties).Select(i => all[i].Code);
        var below = order.Take(CountiesWithTowns).Where(i => now.Probabilities[i] >= ReadTowns).SelectMany(i => Below(all[i], now.Below(i)));
        return codes.Concat(counties).Concat(below).Select(NamedPlace.At).OfType<NamedPlace>();
    }

    /// <summary>Municipalities stand as provinces alone; districts of one name with their prefecture too.</summary>
    private static IEnumerable<DivisionCode> Likeliest(HomeDistribution now, DivisionLevel level, int most) =>
        CountySet.All.Select((c, i) => (County: c, P: now.Probabilities[i])).Where(x => level == DivisionLevel.Province || x.County.Prefecture != x.County.Province)
            .GroupBy(x => x.County.Code.At(level)).Where(g => g.Key.Level == level).OrderByDescending(g => g.Sum(x => x.P)).Take(most).Select(g => g.Key);

    private static List<DivisionCode> Below(County county, BelowHome? told)
    {
        var table = PlaceResolver.Villages;
        var codes = new List<DivisionCode>();
        var at = Array.FindIndex(table.Counties, c => c.Code.StartsWith(county.Code.Digits, StringComparison.Ordinal));
        if (at < 0) return codes;
        foreach (var town in table.TownsOf(table.Counties[at]))
        {
            var core = Core(town);
            if (Towns.Value[core] <= MostNamesakes && !county.Name.StartsWith(core, StringComparison.Ordinal)) Add(codes, town.Code);
            if (told is not { Belief: >= ReadVillages } || table.NameOf(town.Name) != told.Town) continue;
            for (var v = town.FirstVillage; v < town.EndVillage; v++) Add(codes, VillageTable.CodeOf(town, table.Villages[v]));
        }
        return codes;
    }

    private static string Core(Town town) => new(PlaceResolver.Villages.Text, town.Name.Start, town.Name.Core);

    private static void Add(List<DivisionCode> codes, string digits)
    {
        if (DivisionCode.TryParse(digits, out var code)) codes.Add(code);
    }
}
