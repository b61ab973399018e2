using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Casework.Review;
using FamilyReunite.Casework.Tests.Review;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Intake;

/// <summary>A person who does not want to be found looks like no match, also when two organisations had confirmed already.</summary>
public sealed class WishTests
{
    [Fact]
    public async Task Set_ConfirmedMatch_LeavesTheReportLikeOneWithoutAMatch()
    {
        await using var world = await ReviewWorld.MakeAsync();
        var (person, report, match) = await ConfirmedAsync(world);
        Assert.True((await SetAsync(world, person)).Succeeded);
        Assert.Equal(RecordStatus.Open, await world.StatusAsync(report));
        Assert.NotEqual(MatchState.Confirmed, await world.StateAsync(match));
        foreach (var far in new[] { world.FarStaff, world.FarLiaison })
        {
            await using var db = world.Open();
            Assert.Null(await new CaseReader(db, new HistoryReader(db), new ReadWords(), world.Clock).ReadAsync(far, match, default));
            Assert.Empty(await db.PeopleFor(far).ToListAsync());
            var record = await db.Records.Include(r => r.Facts).Include(r => r.Attachments).SingleAsync(r => r.Id == report);
            var reader = new RecordReader(db, new ViewLog(new Factory(world), world.Clock), new ReadWords(), world.Clock);
            Assert.DoesNotContain(await new TimelineReader(db, reader).ReadAsync(far, record, default), i => i.Key.StartsWith("review.", StringComparison.Ordinal) || i.Kind is TimelineKind.Decision or TimelineKind.Trip);
            Assert.Empty((await reader.ReadAsync(far, RecordKind.Missing, report, default))!.Candidates);
        }
    }

    [Fact]
    public async Task Set_PlannedJourney_IsHiddenFromThePoliceAndCannotDepart()
    {
        await using var world = await ReviewWorld.MakeAsync();
        var (person, _, match) = await ConfirmedAsync(world);
        var trip = await TripAsync(world, person, match, TripState.Planned);
        Assert.True((await SetAsync(world, person)).Succeeded);
        await using var db = world.Open();
        Assert.Empty(await db.TripsFor(world.Liaison).ToListAsync());
        Assert.Empty(await db.TripsFor(world.FarLiaison).ToListAsync());
        var left = await Road(world, db).RecordAsync(world.Staff, trip, new Casework.Escort.RoadReport(world.NewId(), TripEventKind.Departed, world.Clock.GetUtcNow()), default);
        Assert.False(left.Succeeded);
    }

    [Fact]
    public async Task Set_OnTheWay_KeepsTheJourney()
    {
        await using var world = await ReviewWorld.MakeAsync();
        var (person, _, match) = await ConfirmedAsync(world);
        await TripAsync(world, person, match, TripState.UnderWay);
        Assert.True((await SetAsync(world, person)).Succeeded);
        Assert.Equal(MatchState.Confirmed, await world.StateAsync(match));
    }

    [Theory]
    [InlineData("keeper", true)]
    [InlineData("district", true)]
    [InlineData("other station", false)]
    [InlineData("other district", false)]
    public async Task Read_Report_ShowsHowTheFamilyIsReachedToItsKeeperAndItsDistrictAlone(string who, bool shown)
    {
        await using var world = await ReviewWorld.MakeAsync();
        var person = await world.PersonAsync((FactKind.Name, "李某", null));
        var report = await world.ReportAsync((FactKind.ReporterName, "李大山", null), (FactKind.ReporterContact, "13900001111", null));
        await world.MatchAsync(person, report);
        var caller = who switch { "keeper" => world.FarStaff, "district" => world.FarLiaison, "other station" => world.Staff, _ => world.Liaison };
        await using var db = world.Open();
        var reader = new RecordReader(db, new ViewLog(new Factory(world), world.Clock), new ReadWords(), world.Clock);
        var view = (await reader.ReadAsync(caller, RecordKind.Missing, report, default))!;
        Assert.Equal(shown, view.Groups.Any(g => g.Kind == FactKind.ReporterContact));
        Assert.Equal(shown, (await new TimelineReader(db, reader).ReadAsync(caller, view.Record, default)).Any(i => i.Text == "李大山"));
    }

    [Theory]
    [InlineData(TripState.UnderWay, 1)]
    [InlineData(TripState.Returned, 0)]
    public async Task PeopleFor_EscortTeam_EndsWithTheJourney(TripState state, int seen)
    {
        await using var world = await ReviewWorld.MakeAsync();
        var (person, _, match) = await ConfirmedAsync(world);
        await TripAsync(world, person, match, state);
        await using var db = world.Open();
        Assert.Equal(seen, await db.PeopleFor(world.Staff with { Role = Role.EscortTeam }).CountAsync());
    }

    private static async Task<(Guid Person, Guid Report, Guid Match)> ConfirmedAsync(ReviewWorld world)
    {
        var person = await world.PersonAsync((FactKind.Name, "李某", null));
        var report = await world.ReportAsync((FactKind.Name, "李某某", null));
        var match = await world.MatchAsync(person, report);
        await world.ChangeAsync(db =>
        {
            foreach (var r in db.Records) r.Status = RecordStatus.Open;
        });
        await world.ConfirmBothAsync(match);
        return (person, report, match);
    }

    private static async Task<Outcome<Done>> SetAsync(ReviewWorld world, Guid person)
    {
        await using var db = world.Open();
        var writer = new ChangeWriter(db, world.Clock);
        return await new WishDesk(db, writer, new ReviewService(db, writer, world.Clock), world.Clock).SetAsync(world.Staff, world.NewId(), person, true, "他说不要告诉家里", default);
    }

    private static async Task<Guid> TripAsync(ReviewWorld world, Guid person, Guid match, TripState state)
    {
        var now = world.Clock.GetUtcNow();
        var trip = new EscortTrip(world.NewId(), match, person, world.Staff.OrganisationId, "44", now);
        Assert.True(trip.Plan([new TripLeg(world.NewId(), 1, "甲州", "乙州", Transport.Train, null, now, now.AddHours(9))], [new TripEscort(world.NewId(), "张某", null, null)], [now.AddHours(1)], world.NewId).Succeeded);
        TripEvent Event(TripEventKind kind) => new(world.NewId(), kind, now, null, null, null);
        if (state != TripState.Planned) Assert.True(trip.Depart(Event(TripEventKind.Departed)).Succeeded);
        if (state == TripState.Returned)
        {
            Assert.True(trip.HandOverTo(new HandOver("李大山", "哥哥", true, "居民身份证", "123X", "M10 46L30 22", false, null, now, null), Event(TripEventKind.HandedOver)).Succeeded);
            Assert.True(trip.ReturnHome(Event(TripEventKind.Returned)).Succeeded);
        }
        await world.ChangeAsync(db => db.Add(trip));
        return trip.Id;
    }

    private static Casework.Escort.TripRoad Road(ReviewWorld world, Data.ReuniteDb db)
    {
        var writer = new ChangeWriter(db, world.Clock);
        return new Casework.Escort.TripRoad(db, writer, new Casework.Escort.TripRecords(db, new ReviewService(db, writer, world.Clock), world.Clock), world.Clock);
    }

    private sealed class Factory(ReviewWorld world) : IDbContextFactory<Data.ReuniteDb>
    {
        public Data.ReuniteDb CreateDbContext() => world.Open();
    }
}
