using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>A place whose name may be read aloud.</summary>
/// <param name="Spoken">What is read aloud: the name without its level word, as people at home say it.</param>
/// <param name="Above">Names of the places that it lies in, for the reader alone.</param>
/// <param name="Counties">Positions of the counties that it holds, or of the one that it lies in.</param>
/// <param name="Share">Share of the county's people who live in a town or village; 1 for larger places.</param>
/// <param name="TownShare">For a village, the share of its county's people who live in its town.</param>
internal sealed record NamedPlace(DivisionCode Code, string Name, string Spoken, string Above, IReadOnlyList<int> Counties, double Share, double TownShare)
{
    /// <summary>Null when the code is not one of today's.</summary>
    public static NamedPlace? At(DivisionCode code)
    {
        var inside = CountySet.Within(code);
        if (inside.Count == 0) return null;
        var county = CountySet.All[inside[0]];
        return code.Level switch
        {
            DivisionLevel.Province => Larger(county.Province, ""),
            DivisionLevel.Prefecture => Larger(county.Prefecture, county.Province),
            DivisionLevel.County => Larger(county.Name, county.Prefecture == county.Province ? county.Province : $"{county.Province} {county.Prefecture}"),
            _ => BelowCounty(code, inside),
        };

        NamedPlace Larger(string name, string above) => new(code, name, PlaceResolver.BareName(code) ?? name, above, inside, 1, 1);
    }

    public double ChanceInside(NameReach reach) => Code.Level switch
    {
        DivisionLevel.Town => Share * reach.Own + (1 - Share) * NameReach.TownInCounty,
        DivisionLevel.Village => Share * reach.Own + (TownShare - Share) * NameReach.VillageInTown + (1 - TownShare) * NameReach.VillageInCounty,
        _ => reach.Own,
    };

    private static NamedPlace? BelowCounty(DivisionCode code, IReadOnlyList<int> inside)
    {
        var table = PlaceResolver.Villages;
        if (table.TownAt(code.Digits[..9]) is not { } town) return null;
        var county = CountySet.All[inside[0]];
        var towns = table.TownsBeside(town);
        var all = Math.Max(1.0, towns[^1].EndVillage - towns[0].FirstVillage);
        var (townName, townShare) = (table.NameOf(town.Name), (town.EndVillage - town.FirstVillage) / all);
        if (code.Level == DivisionLevel.Town) return new(code, townName, Core(table, town.Name), $"{county.Province} {county.Name}", inside, townShare, townShare);
        for (var v = town.FirstVillage; v < town.EndVillage; v++)
            if (VillageTable.CodeOf(town, table.Villages[v]) == code.Digits) return new(code, table.NameOf(table.Villages[v]), Core(table, table.Villages[v]), $"{county.Name} {townName}", inside, 1 / all, townShare);
        return null;
    }

    private static string Core(VillageTable table, FlatName name) => new(table.Text, name.Start, name.Core);
}
