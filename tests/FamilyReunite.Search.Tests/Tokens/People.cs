using FamilyReunite.Clues;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Tests.Contract;

namespace FamilyReunite.Search.Tests.Tokens;

/// <summary>Invented people as clues.</summary>
internal static class People
{
    public static readonly DateTimeOffset Day = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);

    public static NameClue Name(string text, string? surname, string pinyin, bool heard = false) =>
        new(text, NameScript.Han, heard, surname, [text[(surname?.Length ?? 0)..]], [.. pinyin.Split(' ').Select(s => (IReadOnlyList<string>)s.Split('/'))]);

    public static PlaceClue Home(string code, double share, string heard)
    {
        Assert.True(DivisionCode.TryParse(code, out var c));
        return new PlaceClue(c, share, heard, false);
    }

    public static ClueSet Said(int id, RecordKind kind, params NameClue[] names) =>
        new() { RecordId = Documents.Id(id), Kind = kind, Fingerprint = $"{id}", Names = names };

    public static MissingReport Report(int id, params (FactKind Kind, string Text)[] facts) => Filled(new MissingReport(Documents.Id(id), Documents.Station, "51", Day), facts);

    public static StrandedPerson Person(int id, params (FactKind Kind, string Text)[] facts) => Filled(new StrandedPerson(Documents.Id(id), Documents.Station, "44", Day), facts);

    private static T Filled<T>(T record, (FactKind Kind, string Text)[] facts) where T : CaseRecord
    {
        for (var i = 0; i < facts.Length; i++) record.Add(new Fact(Documents.Id(5000 + i), facts[i].Kind, facts[i].Text, null, FactSource.Observed, null, null, Day));
        record.Touch(Day);
        return record;
    }
}
