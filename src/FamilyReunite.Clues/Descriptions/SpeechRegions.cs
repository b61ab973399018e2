using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Where people speak a language, dialect or accent.</summary>
public static class SpeechRegions
{
    /// <summary>Longest words first: 内蒙古 before 蒙古.</summary>
    private static readonly Lazy<IReadOnlyList<(string Word, IReadOnlyList<string> Provinces)>> Table = new(() =>
        [.. EmbeddedTable.Rows("speech-regions.tsv").Select(c => (Word: c[0], Provinces: (IReadOnlyList<string>)c[1].Split(' '))).OrderByDescending(r => r.Word.Length).ThenBy(r => r.Word, StringComparer.Ordinal)]);

    /// <summary>Two-digit codes of the provinces; empty when the words tell no region (Mandarin, sign language, unknown words).</summary>
    public static IReadOnlyList<string> Provinces(string words)
    {
        foreach (var (word, provinces) in Table.Value)
            if (words.Contains(word, StringComparison.Ordinal)) return provinces;
        return [];
    }
}
