using System.Globalization;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>Every county-level division of today in the order of its code: what the arrays of belief are counted by.</summary>
public static class CountySet
{
    private static readonly Lazy<(County[] All, Dictionary<string, int[]> Within)> Loaded = new(Load);

    public static IReadOnlyList<County> All => Loaded.Value.All;

    /// <summary>Positions of the counties inside a division of any level, of today or former; for a code below the county, of its county. Empty when unknown.</summary>
    public static IReadOnlyList<int> Within(DivisionCode code)
    {
        if (code.IsEmpty) return [];
        var at = code.At(DivisionLevel.County);
        if (Loaded.Value.Within.TryGetValue(at.Digits, out var inside)) return inside;
        // a town of 东莞 or 中山 hangs from the prefecture
        if (Loaded.Value.Within.TryGetValue(code.At(DivisionLevel.Prefecture).Digits, out inside) && inside.Length == 1) return inside;
        return PlaceResolver.Today(code) is { } today && today != code ? Within(today) : [];
    }

    private static (County[], Dictionary<string, int[]>) Load()
    {
        var places = new PlaceTable();
        var homes = EmbeddedTable.Rows("home-shares.tsv").ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var found = new List<(Place Place, double Weight)>();
        foreach (var (code, weight) in homes)
            if (DivisionCode.TryParse(code, out var c) && places.At(c) is { } place) found.Add((place, weight));
        var total = found.Sum(f => f.Weight);
        County[] all = [.. found.OrderBy(f => f.Place.Code.Digits, StringComparer.Ordinal).Select(f => Of(f.Place, f.Weight / total, places))];
        var within = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++)
            for (var n = 2; n <= all[i].Code.Digits.Length; n += 2)
            {
                var key = all[i].Code.Digits[..n];
                if (!within.TryGetValue(key, out var list)) within[key] = list = [];
                list.Add(i);
            }
        return (all, within.ToDictionary(x => x.Key, x => x.Value.ToArray(), StringComparer.Ordinal));
    }

    private static County Of(Place place, double share, PlaceTable places)
    {
        var (province, prefecture) = (places.Province(place)!, places.Prefecture(place));
        var centre = place.Centre ?? prefecture?.Centre ?? province.Centre ?? (105, 35);
        var area = place.Area.Length > 0 ? place.Area : prefecture?.Area ?? province.Area;
        return new County(place.Code, place.Name, province.Name, prefecture?.Name ?? province.Name, centre, area, share);
    }
}
