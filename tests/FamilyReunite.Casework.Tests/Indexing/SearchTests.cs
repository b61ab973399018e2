using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Indexing.Duplicates;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class SearchTests
{
    [Fact]
    public async Task Search_WordsOfARecord_FindsItForThoseWhoMaySeeIt()
    {
        await using var house = await House.OpenAsync();
        var mine = await house.PersonAsync("张秀英", p => p.Add(house.Fact(FactKind.Upper, "红色棉衣")));
        await house.PersonAsync("张秀英", station: house.OtherStation);
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var search = house.Get<RecordSearch>();

        Assert.Equal([mine], (await search.SearchAsync(house.Staff, RecordKind.Stranded, "张秀英", 10, default)).Value);
        Assert.Equal([mine], (await search.SearchAsync(house.Staff, RecordKind.Stranded, "红色棉衣", 10, default)).Value);
        Assert.Empty((await search.SearchAsync(house.Staff with { Role = Role.Auditor }, RecordKind.Stranded, "张秀英", 10, default)).Value!);
        Assert.Empty((await search.SearchAsync(house.Staff, RecordKind.Stranded, " ", 10, default)).Value!);
    }

    [Fact]
    public async Task Search_Draft_IsFoundByThoseWhoWriteItAlone()
    {
        await using var house = await House.OpenAsync();
        var draft = await house.PersonAsync("张秀英", p => p.Status = RecordStatus.Draft);
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var liaison = house.Staff with { Role = Role.PoliceLiaison, OrganisationId = house.NewId(), OrganisationKind = OrganisationKind.Police };
        var search = house.Get<RecordSearch>();

        Assert.Equal([draft], (await search.SearchAsync(house.Staff, RecordKind.Stranded, "张秀英", 10, default)).Value);
        Assert.Empty((await search.SearchAsync(liaison, RecordKind.Stranded, "张秀英", 10, default)).Value!);
        await house.ChangeAsync<StrandedPerson>(draft, p => p.Status = RecordStatus.Open);
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        Assert.Equal([draft], (await search.SearchAsync(liaison, RecordKind.Stranded, "张秀英", 10, default)).Value);
    }

    [Fact]
    public async Task Find_MetAtTheBridge_SaysWhenWhereAndWhy()
    {
        await using var house = await House.OpenAsync();
        var march = new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);
        var contact = await house.ContactAsync("", c =>
        {
            Known(house, c);
            c.Add(new FieldVisit(house.NewId(), march, "和平桥下", null, null, "精神尚可", "棉被1", false, null, null));
        });
        await house.ContactAsync("", c => c.Add(house.Fact(FactKind.Mark, "右手断指", "MissingPart|Finger|Right")));
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var draft = new StrandedPerson(house.NewId(), house.Station.Id, "4403", house.Clock.GetUtcNow());
        Known(house, draft);

        var found = Assert.Single((await house.Get<DuplicateFinder>().FindAsync(draft, house.Staff, default)).Value!);
        Assert.Equal((contact, RecordKind.FieldContact, march, "和平桥下"), (found.RecordId, found.Kind, found.When, found.Where));
        Assert.Contains(found.Reasons, r => r.Key == "mark" && r.Zh.Contains("左眉尾黑痣", StringComparison.Ordinal));
        Assert.Empty((await house.Get<DuplicateFinder>().FindAsync(draft, house.OtherStaff, default)).Value!);
        Assert.Empty((await house.Get<DuplicateFinder>().FindAsync(draft, house.Staff with { Role = Role.PoliceLiaison }, default)).Value!);
    }

    [Fact]
    public async Task Find_DoesNotWantToBeFound_IsKnownAgainByTheirStation()
    {
        await using var house = await House.OpenAsync();
        var known = await house.PersonAsync("张秀英", p =>
        {
            Known(house, p);
            p.DoesNotWantToBeFound = true;
        });
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var draft = new StrandedPerson(house.NewId(), house.Station.Id, "4403", house.Clock.GetUtcNow());
        Known(house, draft);
        draft.Add(house.Fact(FactKind.Name, "张秀英"));
        Assert.Equal(known, Assert.Single((await house.Get<DuplicateFinder>().FindAsync(draft, house.Staff, default)).Value!).RecordId);
    }

    [Fact]
    public async Task Find_OtherSex_IsNoDuplicate()
    {
        await using var house = await House.OpenAsync();
        await house.PersonAsync("张秀英", p => p.Add(house.Fact(FactKind.Sex, "男", "M")));
        await house.Get<IndexFeeder>().CatchUpAsync(null, default);
        var draft = new StrandedPerson(house.NewId(), house.Station.Id, "4403", house.Clock.GetUtcNow());
        draft.Add(house.Fact(FactKind.Name, "张秀英"));
        Assert.Single((await house.Get<DuplicateFinder>().FindAsync(draft, house.Staff, default)).Value!);
        draft.Add(house.Fact(FactKind.Sex, "女", "F"));
        Assert.Empty((await house.Get<DuplicateFinder>().FindAsync(draft, house.Staff, default)).Value!);
    }

    private static void Known(House house, CaseRecord record)
    {
        record.Add(house.Fact(FactKind.Mark, "左眉尾黑痣", "Mole|Brow|Left"));
        record.Add(house.Fact(FactKind.FoundPlace, "深圳市罗湖区和平路", "440303"));
    }
}
