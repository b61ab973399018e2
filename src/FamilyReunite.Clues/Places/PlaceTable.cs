using System.Globalization;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>All places and all their names, today's and former.</summary>
internal sealed class PlaceTable
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _successors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _children = new(StringComparer.Ordinal);

    public PlaceTable()
    {
        var names = new List<PlaceName>(8000);
        foreach (var row in EmbeddedTable.Rows("places.tsv")) Add(names, row);
        foreach (var row in EmbeddedTable.Rows("former-places.tsv")) AddFormer(names, row[0], row[1], row[2].Split(' '), row[3].Split(' '), Year(row[4], 1980), Year(row[5], 2023));
        foreach (var row in EmbeddedTable.Rows("place-aliases.tsv"))
        {
            var targets = Targets(row[1].Split(' '));
            names.Add(new PlaceName(row[0], "", row[0].EndsWith('省') ? DivisionLevel.Province : targets[0].Code.Level, targets, [.. targets.Select(t => t.Code.Digits)], row[2] == "former" ? (1912, 1980) : null));
        }
        foreach (var row in EmbeddedTable.Rows("counties-before-1980.tsv"))
        {
            var targets = Targets([row[1]]);
            // a name of one character is never said without its level word
            var bare = row[0].Length > 2 ? row[0][..^1] : row[0];
            names.Add(new PlaceName(bare, row[0][bare.Length..], DivisionLevel.County, targets, [row[1]], (1912, 1980)));
        }
        Names = names;
    }

    public IReadOnlyList<PlaceName> Names { get; }

    public Place? At(DivisionCode code) => code.IsEmpty ? null : _places.GetValueOrDefault(code.Digits);

    /// <summary>Today's place of a code of any year since 1980; a town's code falls back to its county.</summary>
    public Place? Today(DivisionCode code)
    {
        for (var level = DivisionLevel.County; level > DivisionLevel.None; level -= 2)
        {
            var at = code.At(level);
            if (at.IsEmpty) return null;
            if (At(at) is { } place) return place;
            if (_successors.TryGetValue(at.Digits, out var to)) return _places[to[0]];
        }
        return null;
    }

    public Place? Province(Place place) => At(place.Code.At(DivisionLevel.Province));

    public Place? Prefecture(Place place) => place.Code.Level >= DivisionLevel.Prefecture ? At(place.Code.At(DivisionLevel.Prefecture)) : null;

    /// <summary>How many places of a level lie below a code; at least 1.</summary>
    public int Count(string code, DivisionLevel level) => Math.Max(1, _children.GetValueOrDefault(code + "/" + (int)level));

    private void Add(List<PlaceName> names, string[] row)
    {
        if (!DivisionCode.TryParse(row[0], out var code)) return;
        (double, double)? centre = row[3].Length > 0 && row[4].Length > 0 ? (Number(row[3]), Number(row[4])) : null;
        var place = new Place(code, row[1], row[2], centre, row[5]);
        _places[code.Digits] = place;
        // the municipalities stand as province and prefecture under one name: once is enough
        if (code.Level == DivisionLevel.Prefecture && _places[code.Digits[..2]].Name == place.Name) return;
        for (var up = 0; up < code.Digits.Length; up += 2)
        {
            var key = code.Digits[..up] + "/" + code.Digits.Length.ToString(CultureInfo.InvariantCulture);
            _children[key] = _children.GetValueOrDefault(key) + 1;
        }
        names.Add(new PlaceName(place.Bare, place.Name[place.Bare.Length..], code.Level, [place], [code.Digits, .. FormerParents.CodesOf(code.Digits)], null));
    }

    private void AddFormer(List<PlaceName> names, string name, string bare, string[] own, string[] to, int first, int last)
    {
        var targets = Targets(to);
        if (targets.Length == 0) return;
        foreach (var code in own)
            if (!_places.ContainsKey(code)) _successors[code] = to;
        var unchanged = targets.Length == 1 && targets[0].Name == name;
        var level = (DivisionLevel)own.Max(c => c.Length);
        if (own.Any(c => c.Length == 4) && name.EndsWith('市')) level = DivisionLevel.Prefecture;
        names.Add(new PlaceName(bare, name[bare.Length..], level, targets, [.. own.Union(targets.Select(t => t.Code.Digits)).Union(targets.SelectMany(t => FormerParents.CodesOf(t.Code.Digits)))], unchanged ? null : (first, last)));
    }

    private Place[] Targets(string[] codes) => [.. codes.Select(c => _places.GetValueOrDefault(c)).OfType<Place>()];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Year(string text, int otherwise) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : otherwise;
}
