using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Intake;

public sealed class ContactDeskTests(Station station) : IClassFixture<Station>
{
    [Fact]
    public async Task Visit_SentTwice_IsOneVisit()
    {
        var contact = await ContactAsync();
        var visit = Visit();
        for (var i = 0; i < 2; i++) Assert.True((await VisitAsync(station.Staff, contact, visit)).Succeeded);
        await using var db = station.CreateDbContext();
        Assert.Equal("和平桥下", Assert.Single((await db.FieldContacts.Include(c => c.Visits).SingleAsync(c => c.Id == contact)).Visits).Place);
    }

    [Fact]
    public async Task Visit_WhatCannotBe_IsAskedBack()
    {
        var contact = await ContactAsync();
        Assert.Equal("record.place-needed", (await VisitAsync(station.Staff, contact, Visit() with { Place = " " })).Problems.Single().Code);
        Assert.Equal("record.visit-in-future", (await VisitAsync(station.Staff, contact, Visit() with { At = station.Clock.GetUtcNow().AddDays(1) })).Problems.Single().Code);
        Assert.Equal("record.next-visit-past", (await VisitAsync(station.Staff, contact, Visit() with { NextVisit = new DateOnly(2020, 1, 1) })).Problems.Single().Code);
        Assert.Equal("record.not-found", (await VisitAsync(station.Stranger, contact, Visit())).Problems.Single().Code);
    }

    [Fact]
    public async Task List_ByNextVisit_PutsTheOverdueFirst()
    {
        var (late, soon) = (await ContactAsync(), await ContactAsync());
        await VisitAsync(station.Staff, soon, Visit() with { NextVisit = new DateOnly(2026, 3, 20) });
        await VisitAsync(station.Staff, late, Visit() with { NextVisit = new DateOnly(2026, 3, 4) });
        await using var db = station.CreateDbContext();
        var list = await new VisitList(db, new ReadWords(), station.Clock).ListAsync(station.Staff, null, CancellationToken.None);
        Assert.True(list.ToList().FindIndex(r => r.Row.Id == late) < list.ToList().FindIndex(r => r.Row.Id == soon));
        Assert.Contains(await new VisitList(db, new ReadWords(), station.Clock).ListAsync(station.Staff, new DateOnly(2026, 3, 5), CancellationToken.None), r => r.Row.Id == late);
        Assert.Empty(await new VisitList(db, new ReadWords(), station.Clock).ListAsync(station.Stranger, null, CancellationToken.None));
    }

    [Fact]
    public async Task BringIn_Contact_CarriesItsFactsOverOnceAndClosesIt()
    {
        var (contact, person, write) = (await ContactAsync(), station.NewId(), station.NewId());
        await VisitAsync(station.Staff, contact, Visit());
        for (var i = 0; i < 2; i++)
        {
            await using var db = station.CreateDbContext();
            Assert.Equal(person, (await new ContactDesk(db, new ChangeWriter(db, station.Clock), station.Clock).BringInAsync(station.Staff, write, contact, person, CancellationToken.None)).Value);
        }
        await using var check = station.CreateDbContext();
        var made = await check.StrandedPersons.Include(p => p.Facts).SingleAsync(p => p.Id == person);
        Assert.Equal(["和平桥下", "左眉黑痣"], made.Facts.Select(f => f.AsHeard).Order());
        Assert.Equal(RecordStatus.Draft, made.Status);
        Assert.Equal(RecordStatus.Closed, (await check.FieldContacts.SingleAsync(c => c.Id == contact)).Status);
    }

    [Fact]
    public async Task Wish_WithoutAReason_IsRefusedAndWithOneHidesThePersonFromThePolice()
    {
        var id = station.NewId();
        await using var db = station.CreateDbContext();
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, id, new FactStatement(station.NewId(), FactKind.Height, "163"), CancellationToken.None);
        Assert.Equal(1, await db.PeopleFor(station.Liaison).CountAsync(p => p.Id == id));
        var desk = new WishDesk(db, new ChangeWriter(db, station.Clock), new ReviewService(db, new ChangeWriter(db, station.Clock), station.Clock), station.Clock);
        Assert.Equal("record.reason-needed", (await desk.SetAsync(station.Staff, station.NewId(), id, true, " ", CancellationToken.None)).Problems.Single().Code);
        Assert.True((await desk.SetAsync(station.Staff, station.NewId(), id, true, "他说不要找家里人", CancellationToken.None)).Succeeded);
        Assert.Equal(0, await db.PeopleFor(station.Liaison).CountAsync(p => p.Id == id));
    }

    private async Task<Domain.Outcome<Domain.Done>> VisitAsync(Caller caller, Guid contact, FieldVisit visit)
    {
        await using var db = station.CreateDbContext();
        return await new ContactDesk(db, new ChangeWriter(db, station.Clock), station.Clock).VisitAsync(caller, station.NewId(), contact, visit, CancellationToken.None);
    }

    private FieldVisit Visit() => new(station.NewId(), Station.Start, "和平桥下", null, null, "精神尚好", "棉被1 水2", false, new DateOnly(2026, 3, 10), null);

    private async Task<Guid> ContactAsync()
    {
        var id = station.NewId();
        await using var db = station.CreateDbContext();
        var saved = await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.FieldContact, id, new FactStatement(station.NewId(), FactKind.Mark, "左眉黑痣"), CancellationToken.None);
        Assert.Equal(RecordStatus.Open, saved.Value!.Status);
        return id;
    }
}
