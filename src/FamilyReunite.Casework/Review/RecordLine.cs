using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Review;

/// <summary>A record in one line.</summary>
/// <param name="Name">What the person is called, or null; as stated or read out of free words, never invented.</param>
/// <param name="NameIsHeard">The name is written as it sounded.</param>
/// <param name="NameIsRead">The name stands in free words alone, and the software read it there.</param>
/// <param name="Sex">Unknown where neither seen nor said.</param>
/// <param name="Age">Years on the day of recording.</param>
/// <param name="Home">Home place in the words that were said.</param>
/// <param name="HomeIsHeard">The home place is written as it sounded.</param>
/// <param name="Beginning">The beginning of what was written down freely, where that is all there is and nothing was read out of it.</param>
/// <param name="IsRead">Name, sex, age or home stand in free words alone, and the software read them there.</param>
public sealed record RecordLine(Guid Id, RecordKind Kind, RecordStatus Status, DateTimeOffset OpenedAt, string? Name, bool NameIsHeard, bool NameIsRead, Sex Sex, NumberRange? Age, PartialDate? Birth, string? Home, bool HomeIsHeard, string? Beginning, bool IsRead)
{
    /// <summary>The kinds of facts that a line is made of.</summary>
    public static readonly FactKind[] Kinds = [FactKind.Name, FactKind.OtherName, FactKind.NameHeard, FactKind.Sex, FactKind.Age, FactKind.BirthDate, FactKind.HomePlace, FactKind.HomeHeard, FactKind.FreeText, FactKind.Spoken];

    /// <summary>Longest beginning of free words, in characters.</summary>
    public const int MaxWords = 40;

    public static RecordLine Of(CaseRecord record, ReadWords words)
    {
        var called = (record as StrandedPerson)?.CallName ?? Words(record, FactKind.Name) ?? Words(record, FactKind.OtherName);
        var heard = Words(record, FactKind.NameHeard);
        var (home, homeHeard) = (Words(record, FactKind.HomePlace), Words(record, FactKind.HomeHeard));
        var (sex, age, birth) = (Last(record, FactKind.Sex)?.Understood, Last(record, FactKind.Age)?.Understood, Last(record, FactKind.BirthDate)?.Understood);
        var readName = (called ?? heard) is null ? words.First(record, FactKind.Name, FactKind.NameHeard, FactKind.OtherName)?.Read : null;
        var readSex = sex is null ? words.First(record, FactKind.Sex)?.Read.Understood : null;
        var readAge = (age ?? birth) is null ? words.First(record, FactKind.BirthDate, FactKind.Age)?.Read : null;
        var readHome = (home ?? homeHeard) is null ? words.First(record, FactKind.HomePlace, FactKind.HomeHeard)?.Read : null;
        var isRead = (readName?.AsHeard ?? readSex ?? readAge?.Understood ?? readHome?.AsHeard) is not null;
        return new RecordLine(
            record.Id, record.Kind, record.Status, record.OpenedAt,
            called ?? heard ?? readName?.AsHeard, called is null && (heard is not null || readName?.Kind == FactKind.NameHeard), readName is not null,
            (sex ?? readSex) switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown },
            NumberRange.TryParse(age ?? (readAge?.Kind == FactKind.Age ? readAge.Understood : null), out var years) ? years : null,
            PartialDate.TryParse(birth ?? (readAge?.Kind == FactKind.BirthDate ? readAge.Understood : null), out var born) ? born : null,
            home ?? homeHeard ?? readHome?.AsHeard, home is null && (homeHeard is not null || readHome?.Kind == FactKind.HomeHeard), isRead ? null : FreeWords(record), isRead);
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
