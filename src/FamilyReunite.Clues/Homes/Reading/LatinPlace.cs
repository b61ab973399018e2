using System.Text;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Places written in Latin letters ("Yuanyang xian"), brought to characters of the same sound.</summary>
internal static partial class LatinPlace
{
    private const int LongestSyllable = 6;

    private static readonly Dictionary<string, char> Levels = new(StringComparer.Ordinal) { ["sheng"] = '省', ["shi"] = '市', ["xian"] = '县', ["qu"] = '区', ["zhen"] = '镇', ["xiang"] = '乡', ["cun"] = '村', ["zhuang"] = '庄' };

    private static readonly Lazy<Dictionary<string, char>> Sounding = new(() => CharacterReadings.OnePerSyllable());

    [GeneratedRegex("[A-Za-zÀ-ɏ']{2,}(?:[ -]+[A-Za-zÀ-ɏ']{2,})*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>The text with every run of pinyin replaced; what is no pinyin stays.</summary>
    public static string ToHan(string text) => text.Any(c => c is >= 'A' and <= 'z') ? Words().Replace(text, m => Han(m.Value) ?? m.Value) : text;

    private static string? Han(string latin)
    {
        var plain = string.Concat(latin.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();
        var han = new StringBuilder();
        for (var at = 0; at < plain.Length;)
        {
            var length = Math.Min(LongestSyllable, plain.Length - at);
            while (length > 0 && !(Sounding.Value.ContainsKey(plain.Substring(at, length)) && Fits(plain, at + length))) length--;
            if (length == 0) return null;
            var syllable = plain.Substring(at, length);
            han.Append(han.Length > 1 && Levels.TryGetValue(syllable, out var level) ? level : Sounding.Value[syllable]);
            at += length;
        }
        return han.Length > 1 ? han.ToString() : null;
    }

    /// <summary>True when a syllable can begin here, so that "yuanyang" is not cut behind "yuany".</summary>
    private static bool Fits(string plain, int at)
    {
        for (var length = 1; at < plain.Length && length <= Math.Min(LongestSyllable, plain.Length - at); length++)
            if (Sounding.Value.ContainsKey(plain.Substring(at, length))) return true;
        return at == plain.Length;
    }
}
