using CsCheck;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Intake;

public sealed class IntakeDeskTests(Station station) : IClassFixture<Station>
{
    private static readonly FactKind[] Kinds = [FactKind.Name, FactKind.Height, FactKind.Age, FactKind.Mark, FactKind.FoundPlace, FactKind.Sex, FactKind.BirthDate];
    private static readonly string[] Texts = ["163", "男", "约60", "右眉尾痣", "2090", "", "<b>"];

    [Fact]
    public async Task SaveFact_FirstField_MakesADraftOfTheOwnStation()
    {
        var (id, fact) = (station.NewId(), Statement(FactKind.Height, "163"));
        var saved = await SaveAsync(station.Staff, id, fact);
        Assert.Equal((RecordStatus.Draft, 1), (saved.Status, saved.Saved.Count));
        var back = await PersonAsync(id);
        Assert.Equal((station.Staff.OrganisationId, "4403"), (back.OrganisationId, back.District));
        Assert.Equal(("163", "163..163", station.Staff.AccountId), (back.Facts[0].AsHeard, back.Facts[0].Understood, back.Facts[0].RecordedBy));
    }

    [Fact]
    public async Task SaveForm_OneImpossibleLine_KeepsTheOthersAndNamesTheField()
    {
        var id = station.NewId();
        var height = Statement(FactKind.Height, "300");
        var saved = await SaveAsync(station.Staff, id, height, Statement(FactKind.Age, "65岁"), Statement(FactKind.Name, "李某"));
        Assert.Equal((height.Id, "record.height-implausible", "Height"), (saved.Problems.Single().FactId!.Value, saved.Problems.Single().Problem.Code, saved.Problems.Single().Problem.Field));
        Assert.Equal(["65岁", "李某"], (await PersonAsync(id)).Facts.Select(f => f.AsHeard).Order());
    }

    [Theory]
    [InlineData(FactKind.BirthDate, "2027-01-01", "record.birth-in-future")]
    [InlineData(FactKind.BirthDate, "2091年", "record.birth-in-future")]
    [InlineData(FactKind.FoundAt, "9999年", "record.found-in-future")]
    [InlineData(FactKind.Age, "-5", "record.age-implausible")]
    [InlineData(FactKind.Age, "－5岁", "record.age-implausible")]
    [InlineData(FactKind.Height, "99999999999999999999厘米", "record.height-implausible")]
    [InlineData(FactKind.BirthDate, "1850-01-01", "record.birth-implausible")]
    [InlineData(FactKind.FoundAt, "2026-03-04", "record.found-in-future")]
    [InlineData(FactKind.Age, "200", "record.age-implausible")]
    [InlineData(FactKind.Height, "3米", "record.height-implausible")]
    [InlineData(FactKind.Weight, "900公斤", "record.weight-implausible")]
    [InlineData(FactKind.Name, "<script>alert(1)</script>", "record.markup-in-name")]
    [InlineData(FactKind.Name, "李\u0007某", "record.control-characters")]
    [InlineData(FactKind.Belonging, "车票\u202E反", "record.control-characters")]
    public async Task SaveFact_WhatCannotBe_IsAskedBack(FactKind kind, string text, string code)
    {
        var saved = await SaveAsync(station.Staff, station.NewId(), Statement(kind, text));
        var problem = saved.Problems.Single().Problem;
        Assert.Equal((code, kind.ToString()), (problem.Code, problem.Field));
        Assert.Empty(saved.Saved);
    }

    [Fact]
    public async Task SaveFact_NameLongerThanAPage_IsRefusedWithTheLimit() =>
        Assert.Equal("record.too-long", (await SaveAsync(station.Staff, station.NewId(), Statement(FactKind.Name, new string('李', 201)))).Problems.Single().Problem.Code);

    [Fact]
    public async Task SaveFact_Contradiction_StandsBesideUntilItIsSaidToCorrect()
    {
        var (id, first) = (station.NewId(), Statement(FactKind.Age, "60"));
        await SaveAsync(station.Staff, id, first);
        await SaveAsync(station.Staff, id, Statement(FactKind.Age, "72") with { Adds = true });
        Assert.Equal(["60", "72"], (await PersonAsync(id)).Current(FactKind.Age).Select(f => f.AsHeard).Order());

        await SaveAsync(station.Staff, id, Statement(FactKind.Age, "61") with { Replaces = first.Id });
        var person = await PersonAsync(id);
        Assert.Equal(["61", "72"], person.Current(FactKind.Age).Select(f => f.AsHeard).Order());
        Assert.Equal(3, person.Facts.Count);
    }

    [Fact]
    public async Task SaveForm_ColleagueAnsweredMeanwhile_IsToldPerFieldAndSavesTheRest()
    {
        var (id, theirs, mine) = (station.NewId(), Statement(FactKind.Height, "163"), Statement(FactKind.Height, "171"));
        await SaveAsync(station.Colleague, id, theirs);
        var saved = await SaveAsync(station.Staff, id, mine, Statement(FactKind.Build, "偏瘦"));
        var conflict = Assert.Single(saved.Conflicts);
        Assert.Equal((mine.Id, "171", theirs.Id, "163", station.Colleague.AccountId), (conflict.MineId!.Value, conflict.Mine, conflict.Theirs!.Value, conflict.TheirText, conflict.By!.Value));
        Assert.Equal(["偏瘦"], (await PersonAsync(id)).Current(FactKind.Build).Select(f => f.AsHeard));

        await SaveAsync(station.Staff, id, mine with { Replaces = conflict.Theirs });
        Assert.Equal(["171"], (await PersonAsync(id)).Current(FactKind.Height).Select(f => f.AsHeard));
    }

    [Fact]
    public async Task SaveForm_TwoCorrectionsOfOneStatement_SecondIsShownTheFirst()
    {
        var (id, old) = (station.NewId(), Statement(FactKind.Height, "150"));
        await SaveAsync(station.Staff, id, old);
        await SaveAsync(station.Colleague, id, Statement(FactKind.Height, "163") with { Replaces = old.Id });
        var second = Statement(FactKind.Height, "171") with { Replaces = old.Id };
        Assert.Equal("163", Assert.Single((await SaveAsync(station.Staff, id, second)).Conflicts).TheirText);
        await SaveAsync(station.Staff, id, second with { Replaces = null, Adds = true });
        Assert.Equal(["163", "171"], (await PersonAsync(id)).Current(FactKind.Height).Select(f => f.AsHeard).Order());
    }

    [Fact]
    public async Task SaveFact_FormBroughtBackAndChanged_CorrectsWhatItSaved()
    {
        var (id, line) = (station.NewId(), Statement(FactKind.Height, "150"));
        await SaveAsync(station.Staff, id, line);
        for (var i = 0; i < 2; i++) await SaveAsync(station.Staff, id, line with { Text = "163" });
        var person = await PersonAsync(id);
        Assert.Equal(["163"], person.Current(FactKind.Height).Select(f => f.AsHeard));
        Assert.Equal(2, person.Facts.Count);
    }

    [Fact]
    public async Task SaveForm_CallNameChangedMeanwhile_IsTold()
    {
        var id = station.NewId();
        await SaveFormAsync(station.Colleague, new IntakeForm(station.NewId(), RecordKind.Stranded, id, [], new CallNameEdit("小河", null)));
        var saved = await SaveFormAsync(station.Staff, new IntakeForm(station.NewId(), RecordKind.Stranded, id, [], new CallNameEdit("小桥", null)));
        Assert.Equal(("小桥", "小河"), (Assert.Single(saved.Conflicts).Mine, saved.Conflicts[0].TheirText));
    }

    [Fact]
    public async Task SaveForm_Open_NeedsSexAndFoundPlaceAndKeepsTheDraftUntilThen()
    {
        var id = station.NewId();
        var early = await SaveFormAsync(station.Staff, new IntakeForm(station.NewId(), RecordKind.Stranded, id, [Statement(FactKind.Height, "163")], Open: true));
        Assert.Equal(RecordStatus.Draft, early.Status);
        Assert.Equal(["record.sex-needed", "record.found-place-needed"], early.Problems.Select(p => p.Problem.Code));
        FactStatement[] needed = [Statement(FactKind.Sex, "") with { Answer = AnswerState.Unknown }, Statement(FactKind.FoundPlace, "火车站")];
        Assert.Equal(RecordStatus.Open, (await SaveFormAsync(station.Staff, new IntakeForm(station.NewId(), RecordKind.Stranded, id, needed, Open: true))).Status);
    }

    [Fact]
    public async Task SaveFact_PickedFromAList_IsUnderstoodAsPicked()
    {
        var id = station.NewId();
        await SaveAsync(station.Staff, id, Statement(FactKind.Mark, "左眉黑痣") with { Chosen = "Mole|Brow|Left" }, Statement(FactKind.Mark, "疤") with { Chosen = "<b>" });
        Assert.Equal(["Mole|Brow|Left", null], (await PersonAsync(id)).Facts.Select(f => f.Understood).OrderByDescending(u => u));
    }

    [Fact]
    public async Task SaveFact_RecordOfAnotherStation_LooksLikeNoRecord()
    {
        var id = station.NewId();
        await SaveAsync(station.Staff, id, Statement(FactKind.Height, "163"));
        await using var db = station.CreateDbContext();
        foreach (var caller in new[] { station.Stranger, station.Liaison })
            Assert.Equal("record.not-found", (await station.Intake(db).SaveFactAsync(caller, station.NewId(), RecordKind.Stranded, id, Statement(FactKind.Height, "1"), CancellationToken.None)).Problems.Single().Code);
        Assert.Single((await PersonAsync(id)).Facts);
    }

    [Fact]
    public async Task SaveFact_ManyAtOnce_LosesNone()
    {
        var id = station.NewId();
        var facts = Enumerable.Range(0, 6).Select(i => Statement(FactKind.Belonging, $"物品{i}")).ToList();
        await SaveAsync(station.Staff, id, Statement(FactKind.Height, "163"));
        await Task.WhenAll(facts.Select(f => Task.Run(() => SaveAsync(station.Staff, id, f))));
        Assert.Equal(7, (await PersonAsync(id)).Facts.Count);
    }

    [Fact]
    public async Task SaveForm_AnyFormSentTwice_ChangesNothingTheSecondTime()
    {
        var kinds = Gen.Int[0, 6].Select(i => Kinds[i]);
        var line = Gen.Select(kinds, Gen.Int[0, 6].Select(i => Texts[i]), Gen.Bool, (kind, text, adds) => (kind, text, adds));
        await Gen.Select(line.Array[1, 6], Gen.Bool).SampleAsync(async (lines, open) =>
        {
            var form = new IntakeForm(station.NewId(), RecordKind.Stranded, station.NewId(), [.. lines.Select(l => Statement(l.kind, l.text) with { Adds = l.adds })], new CallNameEdit("阿河", null), open);
            await SaveFormAsync(station.Staff, form);
            var once = await StateAsync(form.RecordId);
            await SaveFormAsync(station.Staff, form);
            await SaveFormAsync(station.Staff, form with { WriteId = station.NewId(), CallName = null });
            Assert.Equal(once, await StateAsync(form.RecordId));
        }, iter: 25, threads: 1);
    }

    private FactStatement Statement(FactKind kind, string text) => new(station.NewId(), kind, text);

    private Task<FormSaved> SaveAsync(Caller caller, Guid record, params FactStatement[] lines) => SaveFormAsync(caller, new IntakeForm(station.NewId(), RecordKind.Stranded, record, lines));

    private async Task<FormSaved> SaveFormAsync(Caller caller, IntakeForm form)
    {
        await using var db = station.CreateDbContext();
        var outcome = await station.Intake(db).SaveFormAsync(caller, form, CancellationToken.None);
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Problems.Select(p => p.Code)));
        return outcome.Value!;
    }

    private async Task<StrandedPerson> PersonAsync(Guid id)
    {
        await using var db = station.CreateDbContext();
        return await db.StrandedPersons.Include(p => p.Facts).SingleAsync(p => p.Id == id);
    }

    private async Task<(long Version, int Facts, int Audit, string Status)> StateAsync(Guid id)
    {
        await using var db = station.CreateDbContext();
        var p = await db.StrandedPersons.Include(x => x.Facts).SingleAsync(x => x.Id == id);
        return (p.Version, p.Facts.Count, await db.AuditEntries.CountAsync(), p.Status.ToString());
    }
}
