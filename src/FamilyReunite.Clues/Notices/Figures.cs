using System.Text.RegularExpressions;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>One figure or a range, and whether it was said as "about".</summary>
internal readonly partial record struct Figures(double? One, NumberRange? Range, bool About)
{
    private const double HalfYear = 0.5;

    [GeneratedRegex("约|左右|上下|大概|看上去|看起来|估计|可能|目测|疑似|推测|来|近|出头|余|多|几", RegexOptions.CultureInvariant)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\d\s*岁?\s*[-~至到或]\s*\d|[一二三四五六七八九十]\s*岁?[-~至到或][一二三四五六七八九十]|多|几|余|旬|以上|不到|未满|(?<![二三四五六七八九]十)(?:一二|二三|三四|四五|五六|六七|七八|八九)|十(?:一二|二三|三四|四五|五六|六七|七八|八九)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoEnds();

    /// <summary>An age: a range only where one was said; "about" stands beside the figure.</summary>
    public static Figures OfAge(string words, NumberRange range)
    {
        var about = Vague().IsMatch(words);
        if (range.Low == range.High) return new Figures(range.Low, null, about);
        if (TwoEnds().IsMatch(words)) return new Figures(null, range, about);
        var one = words.Contains("出头", StringComparison.Ordinal) ? range.Low : words.Contains('近', StringComparison.Ordinal) ? range.High : range.Middle;
        return new Figures(Math.Round(one / HalfYear, MidpointRounding.AwayFromZero) * HalfYear, null, About: true);
    }

    /// <summary>A height, length or weight: one figure; the lower end of "a metre sixty and more", else the middle.</summary>
    public static Figures OfMeasure(string words, NumberRange range)
    {
        var about = Vague().IsMatch(words) || range.Low != range.High;
        var one = words.Contains('多', StringComparison.Ordinal) || words.Contains('余', StringComparison.Ordinal) ? range.Low : range.Middle;
        return new Figures(Math.Round(one, 2), range, about);
    }
}
