using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Records;

public sealed class ReadWordsTests(Station station) : IClassFixture<Station>
{
    private const string Words = "自称贺桂华，女，约12岁，在火车站广场被发现";
    private static readonly ReadWords Reader = new(new DescriptionReader());

    [Fact]
    public void Row_FreeWordsAlone_TakesNameSexAndAgeFromThemAndSaysSo()
    {
        var row = RowOf.Record(Person(Given(FactKind.FreeText, Words)), Reader, Station.Start, 0);
        Assert.Equal(("贺桂华", true, "F", true, true), (row.Name, row.NameIsHeard, row.Sex, row.MayBeMinor, row.IsRead));
        Assert.True(row.Age is { Low: <= 12, High: >= 12 });
    }

    [Fact]
    public void Row_StatedFacts_WinOverWhatWasRead()
    {
        var row = RowOf.Record(Person(Given(FactKind.FreeText, Words), Given(FactKind.Name, "何桂花"), Given(FactKind.Sex, "男", "M"), Given(FactKind.Age, "60", "60..60"), Given(FactKind.FoundPlace, "桥下")), Reader, Station.Start, 0);
        Assert.Equal(("何桂花", false, "M", new NumberRange(60, 60), false, "桥下", false), (row.Name, row.NameIsHeard, row.Sex, row.Age!.Value, row.MayBeMinor, row.Place, row.IsRead));
    }

    [Fact]
    public void Line_FreeWordsAlone_HasTheReadNameInsteadOfTheBeginning()
    {
        var line = RecordLine.Of(Person(Given(FactKind.FreeText, Words)), Reader);
        Assert.Equal(("贺桂华", false, true, Sex.Female, null, true), (line.Name, line.NameIsHeard, line.NameIsRead, line.Sex, line.Beginning, line.IsRead));
        var silent = RecordLine.Of(Person(Given(FactKind.FreeText, "说话含糊")), new ReadWords());
        Assert.Equal((null, "说话含糊", false), (silent.Name, silent.Beginning, silent.IsRead));
    }

    [Fact]
    public void Of_CorrectedUnansweredAndOtherKinds_ReadsNothing()
    {
        var old = Given(FactKind.FreeText, Words);
        var record = Person(old, new Fact(station.NewId(), FactKind.FreeText, "没有别的话", null, FactSource.Observed, null, null, Station.Start, replaces: old.Id), Given(FactKind.Circumstances, "小名叫玉子，女"));
        Assert.Empty(Reader.Of(record));
        Assert.Empty(Reader.Of(Given(FactKind.Health, Words)));
        Assert.Empty(Reader.Of(new Fact(station.NewId(), FactKind.FreeText, Words, null, FactSource.Observed, null, null, Station.Start, answer: AnswerState.Refused)));
        Assert.Contains(Reader.Of(Given(FactKind.Circumstances, "小名叫玉子，女")), r => r.Kind == FactKind.OtherName);
    }

    [Theory]
    [InlineData("F", AgeBand.Child, true)]
    [InlineData("M", null, false)]
    [InlineData("?", null, false)]
    [InlineData(null, AgeBand.Old, false)]
    [InlineData(null, null, true)]
    public async Task List_FreeWordsAlone_IsFilteredByWhatWasRead(string? sex, AgeBand? age, bool found)
    {
        await using var db = station.CreateDbContext();
        var person = Person(Given(FactKind.FreeText, Words));
        db.Add(person);
        await db.SaveChangesAsync();
        var list = await new RecordLister(db, Reader, station.Clock).ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(Sex: sex, Age: age), null, CancellationToken.None);
        Assert.Equal(found, list.Rows.Any(r => r.Id == person.Id));
        await db.StrandedPersons.Where(p => p.Id == person.Id).ExecuteDeleteAsync();
    }

    private StrandedPerson Person(params Fact[] facts)
    {
        var person = new StrandedPerson(station.NewId(), station.Organisations[0].Id, "4403", Station.Start);
        foreach (var f in facts) person.Add(f);
        return person;
    }

    private Fact Given(FactKind kind, string words, string? understood = null) => new(station.NewId(), kind, words, understood, FactSource.Import, null, null, Station.Start);
}
