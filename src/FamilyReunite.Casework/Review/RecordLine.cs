using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Review;

/// <summary>A record in one line.</summary>
/// <param name="Name">What the person is called, or null; as stated, never invented.</param>
/// <param name="NameIsHeard">The name is written as it sounded.</param>
/// <param name="Sex">Unknown where neither seen nor said.</param>
/// <param name="Age">Years on the day of recording.</param>
/// <param name="Home">Home place in the words that were said.</param>
/// <param name="HomeIsHeard">The home place is written as it sounded.</param>
/// <param name="Beginning">The beginning of what was written down freely, where that is all there is.</param>
public sealed record RecordLine(Guid Id, RecordKind Kind, RecordStatus Status, DateTimeOffset OpenedAt, string? Name, bool NameIsHeard, Sex Sex, NumberRange? Age, PartialDate? Birth, string? Home, bool HomeIsHeard, string? Beginning)
{
    /// <summary>The kinds of facts that a line is made of.</summary>
    public static readonly FactKind[] Kinds = [FactKind.Name, FactKind.OtherName, FactKind.NameHeard, FactKind.Sex, FactKind.Age, FactKind.BirthDate, FactKind.HomePlace, FactKind.HomeHeard, FactKind.FreeText, FactKind.Spoken];

    /// <summary>Longest beginning of free words, in characters.</summary>
    public const int MaxWords = 40;

    public static RecordLine Of(CaseRecord record)
    {
        var called = (record as StrandedPerson)?.CallName ?? Words(record, FactKind.Name) ?? Words(record, FactKind.OtherName);
        var home = Words(record, FactKind.HomePlace);
        return new RecordLine(
            record.Id, record.Kind, record.Status, record.OpenedAt,
            called ?? Words(record, FactKind.NameHeard), called is null,
            Last(record, FactKind.Sex)?.Understood switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown },
            NumberRange.TryParse(Last(record, FactKind.Age)?.Understood, out var age) ? age : null,
            PartialDate.TryParse(Last(record, FactKind.BirthDate)?.Understood, out var birth) ? birth : null,
            home ?? Words(record, FactKind.HomeHeard), home is null, FreeWords(record));
    }

    private static string? FreeWords(CaseRecord record)
    {
        if (record.Facts.Any(f => f.Kind is not (FactKind.FreeText or FactKind.Spoken))) return null;
        var words = Words(record, FactKind.FreeText) ?? Words(record, FactKind.Spoken);
        return words?.Length > MaxWords ? words[..MaxWords] + "…" : words;
    }

    private static Fact? Last(CaseRecord record, FactKind kind) => record.Current(kind).MaxBy(f => f.RecordedAt);

    private static string? Words(CaseRecord record, FactKind kind) => Last(record, kind)?.AsHeard is { Length: > 0 } words ? words : null;
}
