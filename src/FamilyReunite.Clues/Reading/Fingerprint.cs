using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Reading;

/// <summary>One hash over everything a clue set holds, whatever the order in which it was said.</summary>
internal static class Fingerprint
{
    /// <summary>Fainter belief moves with every table; it does not make another record of the same words.</summary>
    private const double LeastBelief = 0.1;

    public static string Of(ClueSet c)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{c.Kind};{c.Sex};{c.LastSeen?.First.DayNumber}-{c.LastSeen?.Last.DayNumber}\n");
        Add(text, "name", c.Names.Select(n => $"{n.Text}|{n.Script}|{n.HeardOnly}|{n.Surname}|{string.Join(' ', n.Parts)}|{Readings(n.Readings)}"));
        Add(text, "birth", c.Births.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Born.First.DayNumber}-{b.Born.Last.DayNumber}|{b.Estimated}")));
        Add(text, "height", c.Heights.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Cm}|{h.At?.DayNumber}|{h.Estimated}")));
        Add(text, "weight", c.WeightsKg.Select(w => w.ToString()));
        Add(text, "mark", c.Marks.Select(m => $"{m.Mark}|{m.AsHeard}"));
        Add(text, "home", c.Homes.Select(Place));
        Add(text, "belief", (c.HomeBelief?.Counties ?? []).Where(b => b.Probability >= LeastBelief).Select(b => string.Create(CultureInfo.InvariantCulture, $"{CountySet.All[b.County].Code}|{b.Probability:0.0}")));
        Add(text, "last", c.LastPlaces.Select(Place));
        Add(text, "family", c.Family.Select(f => $"{f.Member}|{Readings(f.NameReadings)}"));
        Add(text, "wear", c.Clothing);
        Add(text, "thing", c.Belongings);
        Add(text, "people", c.Ethnicities);
        Add(text, "tongue", c.Languages);
        Add(text, "cannot", c.Disabilities.Select(d => d.ToString()));
        Add(text, "food", c.Foods);
        Add(text, "id", c.IdFragments);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Place(PlaceClue p) => string.Create(CultureInfo.InvariantCulture, $"{p.Code}|{p.Share:0.000}|{p.AsHeard}|{p.HeardOnly}");

    private static string Readings(IReadOnlyList<IReadOnlyList<string>> readings) => string.Join(' ', readings.Select(r => string.Join('/', r)));

    private static void Add(StringBuilder text, string part, IEnumerable<string> items)
    {
        foreach (var item in items.Order(StringComparer.Ordinal)) text.Append(part).Append('\t').Append(item.Length).Append('\t').Append(item).Append('\n');
    }
}
