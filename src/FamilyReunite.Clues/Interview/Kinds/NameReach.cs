using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>P(a person reacts to a name read aloud | home). All figures are estimated: the nearer the place and the smaller, the more it means.</summary>
/// <param name="Own">Home inside the place.</param>
/// <param name="Near">Added at a distance of nothing for homes outside it, falling to a third within <paramref name="Km"/>.</param>
/// <param name="Anywhere">Known from hearsay, or a reaction to the voice.</param>
internal sealed record NameReach(double Own, double Near, double Km, double Anywhere)
{
    /// <summary>Degrees of latitude beyond which nobody is near.</summary>
    private const double FarDegrees = 2.5;

    public static NameReach Of(DivisionLevel level) => level switch
    {
        DivisionLevel.Province => new(0.6, 0, 1, 0.16),
        DivisionLevel.Prefecture => new(0.62, 0.2, 60, 0.08),
        DivisionLevel.County => new(0.7, 0.25, 45, 0.05),
        DivisionLevel.Town => new(0.72, 0.12, 25, 0.03),
        _ => new(0.75, 0.04, 15, 0.02),
    };

    /// <summary>For a town, the chance in the rest of its county.</summary>
    public const double TownInCounty = 0.3;

    /// <summary>For a village, the chance in the rest of its town and of its county.</summary>
    public const double VillageInTown = 0.45, VillageInCounty = 0.1;

    /// <summary>Counties where the chance is not that of <see cref="Anywhere"/>, with it.</summary>
    /// <param name="inside">Counties that the place is or holds, or the one that it lies in.</param>
    /// <param name="insideChance">Their chance.</param>
    public List<(int County, double Chance)> Counties(IReadOnlyList<int> inside, double insideChance)
    {
        var all = CountySet.All;
        var found = inside.Select(i => (i, insideChance)).ToList();
        if (Near <= 0) return found;
        var holds = inside.ToHashSet();
        var (centre, nearest) = (Middle(inside), 0.01);
        for (var c = 0; c < all.Count; c++)
        {
            if (Math.Abs(all[c].Centre.Latitude - centre.Latitude) > FarDegrees || holds.Contains(c)) continue;
            var near = Near * Math.Exp(-Distance.Km(all[c].Centre, centre) / Km);
            if (near > nearest) found.Add((c, Anywhere + near));
        }
        return found;
    }

    private static (double Longitude, double Latitude) Middle(IReadOnlyList<int> counties) =>
        (counties.Average(i => CountySet.All[i].Centre.Longitude), counties.Average(i => CountySet.All[i].Centre.Latitude));
}
