using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Sounds;

/// <summary>Toneless Mandarin readings of Han characters, simplified and traditional, with all readings a name may have (Unihan; those of place names from an own table).</summary>
public static class CharacterReadings
{
    private static readonly Lazy<Dictionary<char, string[]>> Table = new(Load);

    /// <summary>Toneless pinyin, the commonest reading first; empty for a character that has none.</summary>
    public static IReadOnlyList<string> Of(char character) => Table.Value.GetValueOrDefault(character) ?? [];

    /// <summary>The readings of every Han character of a text, in order; other characters are passed over.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> OfText(string text)
    {
        var readings = new List<IReadOnlyList<string>>(text.Length);
        foreach (var c in text)
            if (Of(c) is { Count: > 0 } r) readings.Add(r);
        return readings;
    }

    /// <summary>For each toneless syllable a character that is read so first of all.</summary>
    internal static Dictionary<string, char> OnePerSyllable() => Table.Value.GroupBy(x => x.Value[0], x => x.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(), StringComparer.Ordinal);

    private static Dictionary<char, string[]> Load()
    {
        var all = new Dictionary<char, List<string>>();
        foreach (var row in EmbeddedTable.Rows("readings.tsv"))
        {
            foreach (var c in row[1]) At(c).Insert(0, row[0]);
            foreach (var c in row[2]) At(c).Add(row[0]);
        }
        foreach (var row in EmbeddedTable.Rows("place-readings.tsv"))
            foreach (var reading in row[1].Split(' ')) At(row[0][0]).Add(reading);
        return all.ToDictionary(x => x.Key, x => x.Value.ToArray());

        List<string> At(char c) => all.TryGetValue(c, out var list) ? list : all[c] = [];
    }
}
