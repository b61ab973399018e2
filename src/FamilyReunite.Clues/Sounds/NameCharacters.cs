using System.Globalization;
using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Sounds;

/// <summary>What characters stand in the names of villages, how often, and where each was in the older sound system that southern dialects keep.</summary>
internal static class NameCharacters
{
    /// <summary>A character that no list knows: any origin.</summary>
    public const char Unknown = '-';

    private static readonly Lazy<Dictionary<char, (int Count, char Initial, char Rhyme)>> Table = new(Load);

    /// <summary>How often the character stands in the names of villages, of about 1.6 million.</summary>
    public static int Count(char c) => Table.Value.GetValueOrDefault(c).Count;

    /// <summary>Letters of the table for the older initial and rhyme group.</summary>
    public static (char Initial, char Rhyme) Groups(char c) => Table.Value.TryGetValue(c, out var known) ? (known.Initial, known.Rhyme) : (Unknown, Unknown);

    /// <summary>Every character of the table.</summary>
    public static IEnumerable<char> All => Table.Value.Keys;

    /// <summary>The characters first read so, the commonest in names first; for a sound that no name has, any character of it.</summary>
    public static string CommonestOf(string pinyin) => BySound.Value.GetValueOrDefault(pinyin, "");

    private static readonly Lazy<Dictionary<string, string>> BySound = new(() => Table.Value.Keys.Where(c => CharacterReadings.Of(c).Count > 0).GroupBy(c => CharacterReadings.Of(c)[0])
        .ToDictionary(g => g.Key, g => string.Concat(g.OrderByDescending(Count).ThenBy(c => c)), StringComparer.Ordinal));

    private static Dictionary<char, (int Count, char Initial, char Rhyme)> Load()
    {
        var all = new Dictionary<char, (int, char, char)>(9000);
        foreach (var row in EmbeddedTable.Rows("name-characters.tsv"))
            for (var at = 0; at < row[1].Length;)
            {
                var end = at + 1;
                while (end < row[1].Length && char.IsAsciiDigit(row[1][end])) end++;
                all[row[1][at]] = (end == at + 1 ? 0 : int.Parse(row[1].AsSpan(at + 1, end - at - 1), CultureInfo.InvariantCulture), row[0][0], row[0][1]);
                at = end;
            }
        return all;
    }
}
