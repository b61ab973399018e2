using System.Globalization;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Regions;

/// <summary>Every hint at a region that the product knows. Rows: kind, topic, words, reliability, source, P elsewhere, then P by division code or by dialect area (@area).</summary>
public static class RegionTable
{
    private static readonly Lazy<RegionHint[]> Loaded = new(() => [.. EmbeddedTable.Rows("landmarks.tsv").Concat(EmbeddedTable.Rows("region-hints.tsv")).Select(Read)]);

    private static readonly Lazy<ILookup<string, RegionHint>> ByKind = new(() => Loaded.Value.ToLookup(h => h.Kind, StringComparer.Ordinal));

    public static IReadOnlyList<RegionHint> All => Loaded.Value;

    public static IEnumerable<RegionHint> Of(string kind) => ByKind.Value[kind];

    private static RegionHint Read(string[] row) =>
        new(row[0], row[1], row[2].Split('/'), Enum.Parse<Reliability>(row[3]), row[4], () => Spread(Number(row[5]), row[6].Split(' ')));

    /// <summary>The narrowest area that a row names decides about a county; a code goes before a dialect area.</summary>
    internal static double[] Spread(double elsewhere, string[] areas)
    {
        var all = CountySet.All;
        var p = new double[all.Count];
        Array.Fill(p, elsewhere);
        foreach (var (name, value) in areas.Select(Part).OrderBy(a => a.Name[0] == '@' ? 0 : 1).ThenBy(a => a.Name.Length))
            if (name[0] == '@')
            {
                for (var i = 0; i < p.Length; i++)
                    if (all[i].Area.StartsWith(name[1..], StringComparison.Ordinal)) p[i] = value;
            }
            else if (DivisionCode.TryParse(name, out var code))
            {
                foreach (var i in CountySet.Within(code)) p[i] = value;
            }
        return p;
    }

    private static (string Name, double Value) Part(string area)
    {
        var cut = area.LastIndexOf(':');
        return (area[..cut], Number(area[(cut + 1)..]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
