using System.Globalization;
using System.Text.RegularExpressions;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Names values in one language. Words of a record are quoted as they stand, with what was understood beside them.</summary>
internal sealed partial class Vocabulary(CultureInfo culture, IPlaceResolver places)
{
    private const int LongestQuote = 40;

    private readonly string _between = EvidenceText.Get("List.Separator", culture);

    /// <summary>Digits that could be a telephone or identity number.</summary>
    [GeneratedRegex(@"\+?\d(?:[\s\-‐–—－_.．]?\d){5,}", RegexOptions.CultureInvariant)]
    private static partial Regex Contacts();

    /// <summary>The words as they stand, cut to a readable length, long numbers left out: no contact ever gets into a sentence.</summary>
    public static string Quote(string words)
    {
        var safe = Contacts().Replace(words.Trim(), "…");
        return safe.Length <= LongestQuote ? safe : string.Concat(safe.AsSpan(0, char.IsHighSurrogate(safe[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote), "…");
    }

    public string Of(Sex sex) => Word("Sex", sex);

    public string Of(DaySpan days)
    {
        var one = days.First == days.Last;
        if (one) return Day(days.First);
        var (first, last) = (days.First.Year, days.Last.Year);
        return first == last && days.Last.DayNumber - days.First.DayNumber < 200 ? Fill("Days.Span", Day(days.First), Day(days.Last))
            : first == last ? Fill("Days.Year", first) : Fill("Days.Years", first, last);
    }

    public string Centimetres(NumberRange cm) => Fill("Height.Cm", Range(cm));

    public string Kilograms(NumberRange kg) => Fill("Weight.Kg", Range(kg));

    public string Count(int n) => n.ToString(culture);

    public string Of(PreparedMark[] marks) => string.Join(_between, marks.Take(3).Select(m => AsHeard(m.Clue.AsHeard, Of(m.Mark))));

    public string Of(FamilyMember member) => member.Name is { Length: > 0 } name ? Fill("Relative.Named", Word("Relation", member.Relation), Quote(name))
        : member.Count is { } n ? Fill("Relative.Counted", Word("Relation", member.Relation), n) : Word("Relation", member.Relation);

    public string Of(IReadOnlyList<Disability> disabilities) => string.Join(_between, disabilities.Select(d => Word("Disability", d)));

    /// <summary>"四川省南充市"; the digits when no table names them.</summary>
    public string Of(DivisionCode code) => (places.NameOf(code) ?? places.NameOf(code.At(DivisionLevel.County)))?.Replace(" ", "", StringComparison.Ordinal) ?? code.Digits;

    public string Statement(PreparedHome home) => home.Readings.Length == 0 ? Quote(home.AsHeard) : AsHeard(home.AsHeard, Of(home.Readings.MaxBy(r => r.Share)!.Code));

    /// <summary>The words that tell of home, and how likely a place is by them.</summary>
    public string Belief(PreparedBelief belief, double probability)
    {
        var said = string.Join(_between, belief.Said.Select(Quote).Where(q => q.Length > 0).Select(q => Fill("Belief.Quote", q)));
        var chance = probability < 0.01 ? EvidenceText.Get("Belief.Hardly", culture) : Fill("Belief.Chance", probability < 0.1 ? 1 : Math.Min(9, (int)Math.Round(probability * 10)), probability < 0.1 ? (int)Math.Round(1 / probability) : 10);
        return said.Length == 0 ? chance : Fill("Belief.Said", said, chance);
    }

    private string Of(BodyMark mark)
    {
        var side = mark.Side is BodySide.Unknown or BodySide.Middle ? "" : Word("Side", mark.Side);
        var part = mark.Part == BodyPart.Unknown ? "" : Word("Part", mark.Part);
        return part.Length == 0 ? Word("Mark", mark.Kind) : side.Length == 0 ? Fill("Mark.At", Word("Mark", mark.Kind), part) : Fill("Mark.AtSide", Word("Mark", mark.Kind), side, part);
    }

    private string AsHeard(string heard, string understood)
    {
        var quoted = Quote(heard);
        return quoted.Length == 0 ? understood : quoted == understood ? quoted : Fill("Understood", quoted, understood);
    }

    private string Day(DateOnly day) => day.ToString(EvidenceText.Get("Days.Format", culture), culture);

    private string Range(NumberRange range) => range.Low.Equals(range.High) ? range.Low.ToString("0.#", culture) : Fill("Range", range.Low.ToString("0.#", culture), range.High.ToString("0.#", culture));

    private string Word<T>(string group, T value) where T : struct, Enum => EvidenceText.Get($"{group}.{value}", culture);

    private string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(culture, EvidenceText.Get(key, culture), values);
}
