using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Reads addresses and heard names down to the county. Thread-safe; its tables are loaded at the first use.</summary>
public sealed class PlaceResolver : IPlaceResolver
{
    private static readonly Lazy<(PlaceTable Table, MentionFinder Finder, ChainReader Chains)> Loaded = new(() =>
    {
        var table = new PlaceTable();
        return (table, new MentionFinder(new NameIndex(table.Names)), new ChainReader(table));
    });

    /// <summary>Kilometres at which closeness has lost two thirds of its weight.</summary>
    private const double NearKm = 120;

    private const double NearWeight = 3;

    public IReadOnlyList<PlaceGuess> Resolve(PlaceQuery query)
    {
        var text = PlainText.Of(query.Heard).Trim();
        if (text.Length == 0 || query.Top < 1) return [];
        var within = WithinCode(query.Within);
        if (within is null) return [];
        var (table, finder, chains) = Loaded.Value;
        var mentions = finder.Find(text);
        if (within.Length > 0) mentions.RemoveAll(m => !m.Name.Targets.Any(t => Fits(t, within)));
        chains.Join(mentions, text, within);
        var near = string.IsNullOrWhiteSpace(query.Near) ? null : Resolve(new PlaceQuery(query.Near, Top: 1)) is [var n, ..] ? CentreOf(n.Code) : null;
        return Best(mentions, text, within, near, query.Top, table);
    }

    public string? NameOf(DivisionCode code)
    {
        var table = Loaded.Value.Table;
        if (table.Today(code) is not { } place) return null;
        return string.Join(' ', new[] { table.Province(place)?.Name, table.Prefecture(place)?.Name, place.Name }.OfType<string>().Distinct());
    }

    public (double Longitude, double Latitude)? CentreOf(DivisionCode code) => Loaded.Value.Table.Today(code)?.Centre;

    /// <summary>Today's code of a code of any year; null when no list knows it.</summary>
    internal static DivisionCode? Today(DivisionCode code) => Loaded.Value.Table.Today(code)?.Code;

    private static List<PlaceGuess> Best(List<Mention> mentions, string text, string within, (double, double)? near, int top, PlaceTable table)
    {
        var best = new Dictionary<string, (Place Place, Mention Mention, double Weight, double Most)>(StringComparer.Ordinal);
        foreach (var m in mentions)
        {
            var fitting = m.Name.Targets.Where(t => Fits(t, within)).ToList();
            foreach (var place in fitting)
            {
                if (place.Code.Digits.Length < within.Length) continue;
                var weight = Math.Exp(Math.Min(m.Total, 500)) / fitting.Count;
                if (near is { } n) weight *= Math.Exp(Closeness(place, n));
                var known = best.GetValueOrDefault(place.Code.Digits, (place, m, 0, 0));
                best[place.Code.Digits] = weight > known.Most ? (place, m, known.Weight + weight, weight) : known with { Weight = known.Weight + weight };
            }
        }
        var all = 1 + best.Values.Sum(b => b.Weight);
        return [.. best.Values.OrderByDescending(b => b.Weight).ThenBy(b => b.Place.Code.Digits, StringComparer.Ordinal).Take(top)
            .Select(b => Guess(b.Place, b.Mention, b.Weight / all, text, near, table))];
    }

    private static PlaceGuess Guess(Place place, Mention mention, double score, string text, (double, double)? near, PlaceTable table)
    {
        var county = place.Code.Level >= DivisionLevel.County ? place.Name : null;
        var prefecture = place.Code.Level == DivisionLevel.Prefecture ? place.Name : table.Prefecture(place)?.Name;
        var (town, village) = BelowCounty.Read(text[Math.Min(mention.End, text.Length)..]);
        return new PlaceGuess(place.Code, table.Province(place)!.Name, prefecture, county, town, village, score, PlaceReasons.Of(place, mention, text, near));
    }

    /// <summary>Digits that the answer must begin with; empty for anywhere, null when the scope is not understood.</summary>
    private string? WithinCode(string? within)
    {
        if (string.IsNullOrWhiteSpace(within)) return "";
        if (DivisionCode.TryParse(within, out var code)) return (Loaded.Value.Table.Today(code)?.Code ?? code.At(DivisionLevel.County)).Digits;
        return within.All(char.IsAsciiDigit) ? null : Resolve(new PlaceQuery(within, Top: 1)) is [var guess, ..] ? guess.Code.Digits : null;
    }

    private static bool Fits(Place place, string within) => place.Code.Digits.StartsWith(within, StringComparison.Ordinal) || within.StartsWith(place.Code.Digits, StringComparison.Ordinal);

    private static double Closeness(Place place, (double, double) near) => place.Centre is { } c ? NearWeight * Math.Exp(-Distance.Km(c, near) / NearKm) : 0;
}
