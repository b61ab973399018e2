using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Every town and village of today in the order of their codes, in flat arrays so that all 660,000 names can be walked through in milliseconds.</summary>
internal sealed class VillageTable
{
    private readonly Dictionary<string, int> _counts;

    private VillageTable(char[] text, FlatName[] villages, Town[] towns, TownsOfCounty[] counties) =>
        (Text, Villages, Towns, Counties, _counts) = (text, villages, towns, counties, CountAll(counties, towns));

    public char[] Text { get; }

    public FlatName[] Villages { get; }

    public Town[] Towns { get; }

    public TownsOfCounty[] Counties { get; }

    public static VillageTable Load()
    {
        using var packed = new GZipStream(typeof(VillageTable).Assembly.GetManifestResourceStream("villages.txt.gz")!, CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16);
        var text = new List<char>(3_600_000);
        var villages = new List<FlatName>(640_000);
        var towns = new List<Town>(42_000);
        var counties = new List<TownsOfCounty>(3_200);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line[10..].Split(',');
            var code = line[..9];
            if (counties.Count == 0 || counties[^1].Code != code[..6]) counties.Add(new TownsOfCounty(code[..6], towns.Count, towns.Count));
            var (name, step) = Cut(parts[0]);
            var (first, number) = (villages.Count, 0);
            var flat = Put(text, name, NameCore.OfTown(name), 0);
            for (var i = 1; i < parts.Length; i++)
            {
                number += step;
                (name, step) = Cut(parts[i]);
                villages.Add(Put(text, name, NameCore.OfVillage(name), (short)number));
            }
            towns.Add(new Town(code, flat, counties.Count - 1, first, villages.Count));
            counties[^1] = counties[^1] with { EndTown = towns.Count };
        }
        return new VillageTable([.. text], [.. villages], [.. towns], [.. counties]);
    }

    public string NameOf(FlatName name) => new(Text, name.Start, name.Length);

    public static string CodeOf(Town town, FlatName village) => town.Code + village.Number.ToString("000", CultureInfo.InvariantCulture);

    /// <summary>Villages below a code of 0, 2, 4 or 6 digits; 0 where the table has none (Taiwan, Hong Kong, Macao).</summary>
    public int Count(string digits) => _counts.GetValueOrDefault(digits);

    /// <summary>Position of the first county whose code begins with these digits or comes after them.</summary>
    public int From(string digits)
    {
        var (low, high) = (0, Counties.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Counties[middle].Code, digits) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Dictionary<string, int> CountAll(TownsOfCounty[] counties, Town[] towns)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var county in counties)
            for (var length = 0; length <= county.Code.Length; length += 2)
                counts[county.Code[..length]] = counts.GetValueOrDefault(county.Code[..length]) + towns[county.EndTown - 1].EndVillage - towns[county.FirstTown].FirstVillage;
        return counts;
    }

    /// <summary>A field without the digits at its end, and those digits: the step to the next number, 1 when there are none.</summary>
    private static (string Name, int Step) Cut(string field)
    {
        var end = field.Length;
        while (end > 0 && char.IsAsciiDigit(field[end - 1])) end--;
        return (field[..end], end == field.Length ? 1 : int.Parse(field.AsSpan(end), CultureInfo.InvariantCulture));
    }

    private static FlatName Put(List<char> text, string name, int core, short number)
    {
        var start = text.Count;
        text.AddRange(name);
        return new FlatName(start, (byte)name.Length, (byte)core, (byte)NameCore.Soft(name.AsSpan(0, core)), number);
    }
}
