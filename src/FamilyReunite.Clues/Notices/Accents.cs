using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>Which areas an accent may be of.</summary>
internal static partial class Accents
{
    [GeneratedRegex("[一-鿿]{2,8}?(?:(?:口音|方言|话)?(?:或者?|、|和|/|,或)[一-鿿]{2,8}?){1,4}(?:一带)?(?:的)?(?:口音|方言|话|腔)", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex("^(?:[^或、和/,]*(?:带有?|操着?|有|说|讲|像|似|疑似|疑为|是|为|可能|一口))(?=[一-鿿]{2})|(?:一带)?(?:的)?(?:口音|方言|话|腔)$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex("或者?|、|和|/|,", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    /// <summary>"四川或贵州口音": the whole run of alternatives around a place in the text; null for a single accent.</summary>
    public static (int Start, int Length)? Alternatives(string text, int start, int end)
    {
        var from = Math.Max(0, start - 24);
        foreach (Match m in Several().Matches(text[from..Math.Min(text.Length, end + 16)]))
            if (from + m.Index < end && from + m.Index + m.Length >= end && Areas(m.Value).Count > 1)
            {
                var lead = Around().Match(m.Value) is { Success: true, Index: 0 } l ? l.Length : 0;
                return (from + m.Index + lead, m.Length - lead);
            }
        return null;
    }

    /// <summary>The areas named, else the provinces where people speak so; null when the words name no area.</summary>
    public static IReadOnlyList<string>? Of(string words, IPlaceResolver places)
    {
        var areas = Areas(words);
        if (areas.Count > 1) return areas;
        var provinces = SpeechRegions.Provinces(words).Select(p => DivisionCode.TryParse(p, out var code) ? places.NameOf(code) : null).OfType<string>().ToList();
        return provinces.Count > 0 ? provinces : null;
    }

    private static List<string> Areas(string words) => [.. Or().Split(words).Select(a => Around().Replace(a, "")).Where(a => a.Length is >= 1 and <= 8)];
}
