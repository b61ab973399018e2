using System.Globalization;
using System.Text.RegularExpressions;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Intake;

/// <summary>What cannot be true of any person, or would harm a page or a list. Doubtful is allowed, impossible is asked back.</summary>
internal static partial class FactCheck
{
    private const int NameLength = 200;
    private const int OldestYears = 120;
    private const int ShortestCm = 30;
    private const int TallestCm = 250;
    private const int LightestKg = 1;
    private const int HeaviestKg = 300;

    private static readonly HashSet<FactKind> Names = [FactKind.Name, FactKind.OtherName, FactKind.NameHeard, FactKind.ReporterName];

    /// <param name="understood">As read from the text; null when it could not be read.</param>
    /// <param name="today">In the station's zone.</param>
    public static Problem? Find(FactStatement s, string? understood, DateOnly today)
    {
        var field = s.Kind.ToString();
        if (VisibleText.HasHidden(s.Text) || VisibleText.HasHidden(s.SaidBy)) return new Problem("record.control-characters", field, new KindLabel(s.Kind));
        if (Names.Contains(s.Kind) && s.Text.AsSpan().IndexOfAny('<', '>') >= 0) return new Problem("record.markup-in-name", field, new KindLabel(s.Kind));
        var longest = Names.Contains(s.Kind) ? NameLength : Fact.MaxLength;
        if (s.Text.Length > longest || s.SaidBy?.Length > NameLength) return new Problem("record.too-long", field, new KindLabel(s.Kind), longest);
        return s.Kind switch
        {
            FactKind.Age => Outside(s.Text, understood, 0, OldestYears) is { } years ? new Problem("record.age-implausible", field, years, OldestYears) : null,
            FactKind.Height => Outside(s.Text, understood, ShortestCm, TallestCm) is { } cm ? new Problem("record.height-implausible", field, cm, ShortestCm, TallestCm) : null,
            FactKind.Weight => Outside(s.Text, understood, LightestKg, HeaviestKg) is { } kg ? new Problem("record.weight-implausible", field, kg, LightestKg, HeaviestKg) : null,
            FactKind.BirthDate => IsAfter(s.Text, understood, today) ? new Problem("record.birth-in-future", field) : IsLongAgo(understood, today) ? new Problem("record.birth-implausible", field, OldestYears) : null,
            FactKind.FoundAt => IsAfter(s.Text, understood, today) ? new Problem("record.found-in-future", field) : null,
            FactKind.MissingAt => IsAfter(s.Text, understood, today) ? new Problem("record.missing-in-future", field) : null,
            _ => null,
        };
    }

    /// <summary>The value that lies outside; a bare number counts even when the reader gave it up.</summary>
    private static string? Outside(string text, string? understood, double least, double most)
    {
        var bare = BareNumber().Match(text);
        var isNegative = bare.Success && bare.Groups[1].Value[0] is ('-' or '−' or '－');
        // a reader of words takes a minus for a dash
        if (isNegative || !NumberRange.TryParse(understood, out var range))
        {
            if (!bare.Success) return null;
            var number = double.Parse(bare.Groups[1].ValueSpan.TrimStart("-−－"), CultureInfo.InvariantCulture) * (isNegative ? -1 : 1) * (bare.Groups[2].Value is "米" or "m" ? 100 : 1);
            range = new NumberRange(number, number);
        }
        return range.Low < least ? Say(range.Low) : range.High > most ? Say(range.High) : null;

        static string Say(double value) => Math.Clamp(value, -99_999, 99_999).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static bool IsAfter(string text, string? understood, DateOnly today)
    {
        if (PartialDate.TryParse(understood, out var date) && date.Year is { } said) return date.SolarSpan() is { } span ? span.First > today : said > today.Year;
        return Year().Match(text) is { Success: true } year && int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) > today.Year;
    }

    private static bool IsLongAgo(string? understood, DateOnly today) =>
        PartialDate.TryParse(understood, out var date) && date.SolarSpan() is { } span && span.Last < today.AddYears(-OldestYears);

    [GeneratedRegex(@"^\s*约?\s*([-−－]?\d+(?:\.\d+)?)\s*(cm|厘米|公分|米|m|kg|公斤|岁|周岁)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?<!\d)[1-9]\d{3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
