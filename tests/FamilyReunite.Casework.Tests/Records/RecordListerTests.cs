using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Records;

public sealed class RecordListerTests(Station station) : IClassFixture<Station>
{
    [Fact]
    public async Task List_MoreThanAPage_ComesByKeyWithoutGapsOrRepeats()
    {
        var made = new List<Guid>();
        for (var i = 0; i < RecordLister.PageSize * 2 + 3; i++) made.Add(await PersonAsync((FactKind.Sex, i % 2 == 0 ? "男" : "女"), (FactKind.Age, i % 3 == 0 ? "12" : "65")));
        await using var db = station.CreateDbContext();
        var lister = new RecordLister(db, new ReadWords(), station.Clock);
        var (seen, next) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await lister.ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(), next, CancellationToken.None);
            Assert.True(page.Rows.Count <= RecordLister.PageSize);
            seen.AddRange(page.Rows.Select(r => r.Id));
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(made.AsEnumerable().Reverse(), seen.Where(made.Contains));

        var men = await lister.ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(Sex: "M"), null, CancellationToken.None);
        Assert.All(men.Rows, r => Assert.Equal("M", r.Sex));
        var children = await lister.ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(Age: AgeBand.Child), null, CancellationToken.None);
        Assert.All(children.Rows, r => Assert.True(r.MayBeMinor));
        Assert.NotEmpty(children.Rows);
        Assert.Empty((await lister.ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(Stay: StayBand.Longer), null, CancellationToken.None)).Rows);
        Assert.Empty((await lister.ListAsync(station.Stranger, RecordKind.Stranded, new RecordFilter(), null, CancellationToken.None)).Rows);
        Assert.Equal([made[3], made[1]], (await lister.ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(Among: [made[3], made[1]]), null, CancellationToken.None)).Rows.Select(r => r.Id));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1_2")]
    [InlineData("99999999999999999_018cc251-f400-76ec-94ac-c0a26f997a12")]
    public async Task List_ForgedKey_StartsAtTheTop(string key)
    {
        await PersonAsync((FactKind.Sex, "男"));
        await using var db = station.CreateDbContext();
        Assert.NotEmpty((await new RecordLister(db, new ReadWords(), station.Clock).ListAsync(station.Staff, RecordKind.Stranded, new RecordFilter(), key, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task Read_Person_GroupsStatementsAndNotesTheLookOnce()
    {
        var id = await PersonAsync((FactKind.Height, "163"), (FactKind.Age, "60"));
        await using var db = station.CreateDbContext();
        await station.Intake(db).SaveFactAsync(station.Colleague, station.NewId(), RecordKind.Stranded, id, new FactStatement(station.NewId(), FactKind.Age, "72", FactSource.SaidByPerson, Adds: true), CancellationToken.None);
        var reader = new RecordReader(db, station.Views, new ReadWords(), station.Clock);
        var view = (await reader.ReadAsync(station.Staff, RecordKind.Stranded, id, CancellationToken.None))!;
        await reader.ReadAsync(station.Staff, RecordKind.Stranded, id, CancellationToken.None);

        Assert.True(view.IsOwn);
        Assert.Equal([(FactKind.Age, true), (FactKind.Height, false)], view.Groups.Select(g => (g.Kind, g.Contradicts)));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == "person.viewed"));
        station.Clock.Advance(TimeSpan.FromMinutes(16));
        await reader.ReadAsync(station.Staff, RecordKind.Stranded, id, CancellationToken.None);
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == "person.viewed"));
        Assert.Null(await reader.ReadAsync(station.Stranger, RecordKind.Stranded, id, CancellationToken.None));

        var timeline = await new TimelineReader(db, reader).ReadAsync(station.Staff, view.Record, CancellationToken.None);
        Assert.Equal(timeline.OrderByDescending(i => i.At), timeline);
        Assert.Equal(3, timeline.Count(i => i.Kind == TimelineKind.Fact));
        Assert.Contains(timeline, i => i is { Kind: TimelineKind.Record, Key: "person.created" });
        Assert.Contains(timeline, i => i is { Kind: TimelineKind.View, Key: "person.viewed" });
    }

    private async Task<Guid> PersonAsync(params (FactKind Kind, string Text)[] facts)
    {
        var id = station.NewId();
        await using var db = station.CreateDbContext();
        Assert.True((await station.Intake(db).SaveFormAsync(station.Staff, new IntakeForm(station.NewId(), RecordKind.Stranded, id, [.. facts.Select(f => new FactStatement(station.NewId(), f.Kind, f.Text))]), CancellationToken.None)).Succeeded);
        return id;
    }
}
