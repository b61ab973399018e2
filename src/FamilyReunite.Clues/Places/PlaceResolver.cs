using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>Reads addresses and heard names down to the village. Thread-safe; its tables are loaded at the first use, those below the county when they are first asked for.</summary>
/// <param name="added">Names that stations added; none when null.</param>
public sealed class PlaceResolver(IAddedPlaces? added = null) : IPlaceResolver
{
    private static readonly Lazy<(PlaceTable Table, MentionFinder Finder, ChainReader Chains)> Loaded = new(() =>
    {
        var table = new PlaceTable();
        return (table, new MentionFinder(new NameIndex(table.Names)), new ChainReader(table));
    });

    private static readonly Lazy<VillageReader> Below = new(() =>
    {
        var table = Loaded.Value.Table;
        return new VillageReader(new VillageSearch(VillageTable.Load(), code => DivisionCode.TryParse(code, out var c) ? table.Today(c)?.Area ?? "" : ""), table);
    });

    /// <summary>The table that <see cref="Below"/> searches, so that it is held once.</summary>
    internal static VillageTable ListedVillages() => Below.Value.Table;

    /// <summary>Share from which a scope's name is taken for a county or a larger place.</summary>
    private const double Sure = 0.5;

    public IReadOnlyList<PlaceGuess> Resolve(PlaceQuery query)
    {
        if (query.Top < 1 || Hear(query) is not { } heard) return [];
        var ranked = Named(heard, query.Deepest);
        if (query.Deepest > DivisionLevel.County) ranked.AddRange(Below.Value.Read(heard, query.Top));
        return Ranked.Best(ranked, query.Top);
    }

    public CountyShares Counties(PlaceQuery query)
    {
        if (Hear(query) is not { } heard) return CountyShares.Nothing;
        var sums = new CountyBelief(Below.Value.Table, Loaded.Value.Table, heard.Within);
        foreach (var named in Named(heard, query.Deepest)) sums.Add(named);
        if (query.Deepest > DivisionLevel.County)
            foreach (var (county, weight, best) in Below.Value.Counties(heard)) sums.Add(county, weight, best);
        return sums.Shares();
    }

    public string? NameOf(DivisionCode code)
    {
        var table = Loaded.Value.Table;
        if (table.Today(code) is not { } place) return null;
        return string.Join(' ', new[] { table.Province(place)?.Name, table.Prefecture(place)?.Name, place.Name }.OfType<string>().Distinct());
    }

    public string DialectAreaOf(DivisionCode code)
    {
        var table = Loaded.Value.Table;
        if (table.Today(code) is not { } place) return "";
        return new[] { place, table.Prefecture(place), table.Province(place) }.Select(p => p?.Area ?? "").FirstOrDefault(a => a.Length > 0, "");
    }

    public (double Longitude, double Latitude)? CentreOf(DivisionCode code) => Loaded.Value.Table.Today(code)?.Centre;

    /// <summary>Today's code of a code of any year; null when no list knows it.</summary>
    internal static DivisionCode? Today(DivisionCode code) => Loaded.Value.Table.Today(code)?.Code;

    /// <summary>The name of a place of today without its level word; null when no list of today has the code.</summary>
    internal static string? BareName(DivisionCode code) => Loaded.Value.Table.At(code)?.Bare;

    /// <summary>The towns and villages that names are read from; loaded at the first use.</summary>
    internal static VillageTable Villages => Below.Value.Table;

    /// <summary>The question with the larger places that it may name; null when there is nothing to read or the scope is not understood.</summary>
    private HeardText? Hear(PlaceQuery query)
    {
        var text = PlainText.Of(query.Heard).Trim();
        if (text.Length == 0 || WithinCode(query.Within, query.Deepest) is not { } within) return null;
        var (_, finder, chains) = Loaded.Value;
        var near = string.IsNullOrWhiteSpace(query.Near) ? null : Resolve(new PlaceQuery(query.Near, Top: 1)) is [var n, ..] ? CentreOf(n.Code) : null;
        var heard = new HeardText(text, within, finder.Find(text), near, Hearings(query, text), added?.Current ?? []);
        if (within.Length > 0) heard.Mentions.RemoveAll(m => !m.Name.Targets.Any(heard.Fits));
        chains.Join(heard.Mentions, text, within);
        return heard;
    }

    private static List<string> Hearings(PlaceQuery query, string text) =>
        query.Also is null ? [] : [.. query.Also.Select(a => PlainText.Of(a).Trim()).Where(a => a.Length == text.Length && a != text)];

    /// <summary>Counties and larger places that are named themselves.</summary>
    private static List<Ranked> Named(HeardText heard, DivisionLevel deepest)
    {
        var best = new Dictionary<string, (Place Place, Mention Mention, double Weight, double Most)>(StringComparer.Ordinal);
        foreach (var m in heard.Mentions)
        {
            var fitting = m.Name.Targets.Where(heard.Fits).ToList();
            // where towns and villages compete, words that a county leaves over count against it
            var total = m.Total + (deepest > DivisionLevel.County ? ChainReader.Gap(heard.Text, m.End, heard.Text.Length) : 0);
            foreach (var place in fitting)
            {
                if (place.Code.Digits.Length < heard.Within.Length) continue;
                var weight = Ranked.WeightOf(total) / fitting.Count * Math.Exp(heard.Closeness(place));
                var known = best.GetValueOrDefault(place.Code.Digits, (place, m, 0, 0));
                best[place.Code.Digits] = weight > known.Most ? (place, m, known.Weight + weight, weight) : known with { Weight = known.Weight + weight };
            }
        }
        return [.. best.Values.Select(b => new Ranked(b.Place.Code.Digits, b.Weight, share => Guess(b.Place, b.Mention, share, heard.Text, heard.Near)))];
    }

    private static PlaceGuess Guess(Place place, Mention mention, double score, string text, (double, double)? near)
    {
        var table = Loaded.Value.Table;
        var county = place.Code.Level >= DivisionLevel.County ? place.Name : null;
        var prefecture = place.Code.Level == DivisionLevel.Prefecture ? place.Name : table.Prefecture(place)?.Name;
        var (town, village) = BelowCounty.Read(text[Math.Min(mention.End, text.Length)..]);
        return new PlaceGuess(place.Code, table.Province(place)!.Name, prefecture, county, town, village, score, PlaceReasons.Of(place, mention, text, near));
    }

    /// <summary>Digits that the answer must begin with; empty for anywhere, null when the scope is not understood.</summary>
    private string? WithinCode(string? within, DivisionLevel deepest)
    {
        if (string.IsNullOrWhiteSpace(within)) return "";
        if (DivisionCode.TryParse(within, out var code))
            return (deepest > DivisionLevel.County && code.Level > DivisionLevel.County ? code : Loaded.Value.Table.Today(code)?.Code ?? code.At(DivisionLevel.County)).Digits;
        if (within.All(char.IsAsciiDigit)) return null;
        var named = Resolve(new PlaceQuery(within, Top: 1));
        if (deepest > DivisionLevel.County && named is not [{ Score: >= Sure }]) named = Resolve(new PlaceQuery(within, Top: 1, Deepest: deepest));
        return named is [var guess, ..] ? guess.Code.Digits : null;
    }
}
