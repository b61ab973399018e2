using System.Globalization;
using System.Text;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Lower-case Latin letters for text in any script of the tables: Cyrillic, Greek, Arabic, Hebrew, Georgian, Armenian, kana, Devanagari, Hangul by its parts, Han by its Mandarin reading.</summary>
internal static class Romanisation
{
    private static readonly Lazy<Dictionary<char, string>> Scripts = new(() => LinkageTable.Rows("scripts.tsv").ToDictionary(r => r[0][0], r => r.Length > 1 ? r[1] : ""));

    private static readonly string[] Initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] Middles = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
    private static readonly string[] Finals = ["", "k", "k", "k", "n", "n", "n", "t", "l", "l", "l", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    /// <summary>Letters and digits in lower-case ASCII, everything that parts words as one space; apostrophes vanish.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\'', StringComparison.Ordinal) && !text.Contains('`', StringComparison.Ordinal)) return Plain(text);
        var folded = new StringBuilder(text.Length + 8);
        foreach (var c in text.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD)) Add(folded, c);
        return folded.ToString().Trim();
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    private static string Plain(string text)
    {
        var clean = true;
        foreach (var c in text) clean &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
        if (clean) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else Part(folded);
        }
        return folded.ToString().TrimEnd();
    }

    private static void Add(StringBuilder folded, char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) folded.Append(c);
        else if (Scripts.Value.TryGetValue(c, out var latin)) folded.Append(latin);
        else if (IsHan(c)) Syllable(folded, CharacterReadings.Of(c) is { Count: > 0 } r ? r[0] : "");
        else if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter) return;
        else if (c is >= '\u1100' and <= '\u11FF') Jamo(folded, c);
        else Part(folded);
    }

    private static void Syllable(StringBuilder folded, string reading) => folded.Append(reading.Replace('ü', 'v'));

    private static void Jamo(StringBuilder folded, char c) => folded.Append(
        c < '\u1113' ? Initials[c - '\u1100'] : c is >= '\u1161' and <= '\u1175' ? Middles[c - '\u1161'] : c is >= '\u11A8' and <= '\u11C2' ? Finals[c - '\u11A7'] : "");

    private static void Part(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }
}
