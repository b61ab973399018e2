using System.Globalization;
using System.Resources;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Records;

/// <summary>Says what was understood of a fact in words a person reads (<c>60..65</c> → 60–65 岁), in Chinese or English.</summary>
/// <param name="places">Names division codes; without it a place is said by its code.</param>
public sealed class FactWords(IPlaceResolver? places = null)
{
    private static readonly ResourceManager Words = new(typeof(FactWords));

    /// <summary>Null when nothing was understood. Text that is not in the canonical form of <paramref name="kind"/> is given back as it stands.</summary>
    public string? Say(FactKind kind, string? understood, CultureInfo culture)
    {
        if (string.IsNullOrWhiteSpace(understood)) return null;
        return kind switch
        {
            FactKind.Sex => understood is "M" or "F" ? Word("sex." + understood, culture) : understood,
            FactKind.Age => Range("age", understood, culture),
            FactKind.Height => Range("height", understood, culture),
            FactKind.Weight => Range("weight", understood, culture),
            FactKind.BirthDate or FactKind.FoundAt or FactKind.MissingAt => PartialDate.TryParse(understood, out var date) ? DateWords.Say(date, culture) : understood,
            FactKind.Mark => BodyMark.TryParse(understood, out var mark) ? MarkWords.Say(mark, culture) : understood,
            FactKind.Family => FamilyMember.TryParse(understood, out var member) ? Member(member, culture) : understood,
            FactKind.HomePlace or FactKind.HomeHeard or FactKind.FoundPlace or FactKind.MissingPlace => Place(understood),
            _ => understood,
        };
    }

    /// <summary>What a kind of fact is called.</summary>
    public static string Label(FactKind kind, CultureInfo culture) => Word("kind." + kind, culture);

    public static string Say(FactSource source, CultureInfo culture) => Word("source." + source, culture);

    public static string Say(Confidence confidence, CultureInfo culture) => Word("confidence." + confidence, culture);

    public static string Say(AnswerState answer, CultureInfo culture) => Word("answer." + answer, culture);

    public static string Say(Relation relation, CultureInfo culture) => Word("relation." + relation, culture);

    internal static string Word(string key, CultureInfo culture) => Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"No words for {key}.");

    internal static string Form(string key, CultureInfo culture, params object?[] args) => string.Format(culture, Word(key, culture), args);

    private string Place(string understood) =>
        DivisionCode.TryParse(understood, out var code) && places?.NameOf(code) is { } name ? name : understood;

    private static string Range(string unit, string understood, CultureInfo culture)
    {
        if (!NumberRange.TryParse(understood, out var range)) return understood;
        var (low, high) = (range.Low.ToString("0.#", culture), range.High.ToString("0.#", culture));
        return low == high ? Form(unit + ".one", culture, low) : Form(unit + ".range", culture, low, high);
    }

    private static string Member(FamilyMember member, CultureInfo culture)
    {
        var relation = Say(member.Relation, culture);
        return (member.Name, member.Count) switch
        {
            ({ } name, _) => Form("family.name", culture, relation, name),
            (null, { } count) => Form("family.count", culture, relation, count),
            _ => relation,
        };
    }
}
