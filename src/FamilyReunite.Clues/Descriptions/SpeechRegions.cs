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
        // of words of one length the first said names the area: 河北方言 is not spoken all over 北方
        (int At, int Length, IReadOnlyList<string> Provinces) best = (0, 0, []);
        foreach (var (word, provinces) in Table.Value)
        {
            if (word.Length < best.Length) break;
            if (words.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && (best.Length == 0 || at < best.At)) best = (at, word.Length, provinces);
        }
        return best.Provinces;
    }
}
