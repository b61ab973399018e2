using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Escort;

public sealed class TripPlannerTests : IAsyncLifetime
{
    private EscortHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await EscortHouse.BuildAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Plan_ConfirmedMatch_KeepsLegsEscortsAndProposedCheckIns()
    {
        var trip = await _house.TripAsync(await _house.PlannedAsync());
        Assert.Equal((TripState.Planned, 2, 1, "早晚各一次降压药"), (trip.State, trip.Legs.Count, trip.Escorts.Count, trip.MedicalNotes));
        Assert.Equal([1, 5, 9, 10, 11, 15], trip.CheckIns.OrderBy(c => c.DueAt).Select(c => (int)(c.DueAt - EscortHouse.Start).TotalHours));
    }

    [Fact]
    public async Task Plan_SameIdSentTwice_MakesOneTrip()
    {
        var id = _house.NewId();
        for (var i = 0; i < 2; i++)
            Assert.Equal(id, (await _house.WithAsync((p, _) => p.PlanAsync(_house.Staff, _house.Match.Id, id, EscortHouse.Plan(), default))).Value);
        await using var db = _house.Open();
        Assert.Equal(1, await db.EscortTrips.CountAsync());
    }

    [Fact]
    public async Task Plan_MatchNotConfirmed_IsRefused() => Assert.Equal("escort.not-confirmed", await RefusedAsync(confirmed: false, wanted: true));

    [Fact]
    public async Task Plan_PersonDoesNotWantToBeFound_IsRefused() => Assert.Equal("escort.not-wanted", await RefusedAsync(confirmed: true, wanted: false));

    [Fact]
    public async Task Plan_SecondTripForThePerson_IsRefusedUntilTheFirstIsCancelled()
    {
        var first = await _house.PlannedAsync();
        Assert.Equal("escort.trip-exists", await CodeAsync(_house.Staff));
        Assert.True((await _house.WithAsync((p, _) => p.CancelAsync(_house.Staff, first, _house.NewId(), "家属要求改期", default))).Succeeded);
        Assert.Null(await CodeAsync(_house.Staff));
    }

    [Fact]
    public async Task Plan_ByTheReportersStationOrTheTeam_IsRefused()
    {
        Assert.Equal("escort.other-station", await CodeAsync(_house.OtherStaff));
        Assert.Equal("record.not-found", await CodeAsync(_house.Team));
        Assert.Equal("record.not-found", await CodeAsync(_house.Liaison));
    }

    [Fact]
    public async Task Plan_SlipsInTheForm_NamesEachField()
    {
        var start = EscortHouse.Start;
        var plan = new TripPlan([new LegDraft("", "成都", Transport.Train, null, start.AddHours(1), start.AddHours(9)), new LegDraft("成都", "仪陇", Transport.Car, null, start.AddHours(8), start.AddHours(12)), new LegDraft("仪陇", "苟角", Transport.Car, null, start.AddHours(13), start.AddYears(1))], [new EscortDraft(" ", null)], new string('药', 4001), null);
        var outcome = await _house.WithAsync((p, _) => p.PlanAsync(_house.Staff, _house.Match.Id, _house.NewId(), plan, default));
        Assert.Equal(["legs[0].from", "legs[1].departsAt", "legs[2].arrivesAt", "escorts[0].name", "medicalNotes"], outcome.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Replan_BeforeDeparture_ReplacesEverythingAndLeavesNoOrphans()
    {
        var id = await _house.PlannedAsync();
        var version = (await _house.TripAsync(id)).Version;
        Assert.True((await ReplanAsync(id, version, "乙市")).Succeeded);
        var trip = await _house.TripAsync(id);
        Assert.Equal("乙市", trip.Legs.Single(l => l.Order == 1).From);
        await using var db = _house.Open();
        Assert.Equal((2, 1), (await db.Set<TripLeg>().CountAsync(), await db.Set<TripEscort>().CountAsync()));
    }

    [Fact]
    public async Task Replan_SecondOfTwoSavers_IsToldAndChangesNothing()
    {
        var id = await _house.PlannedAsync();
        var version = (await _house.TripAsync(id)).Version;
        await ReplanAsync(id, version, "乙市");
        Assert.Equal("escort.changed-meanwhile", (await ReplanAsync(id, version, "丙市")).Problems[0].Code);
        Assert.Contains((await _house.TripAsync(id)).Legs, l => l.From == "乙市");
    }

    [Fact]
    public async Task Replan_AfterDeparture_IsRefused()
    {
        var id = await _house.PlannedAsync();
        await _house.ReportAsync(_house.Team, id, _house.Report(TripEventKind.Departed));
        Assert.Equal("escort.already-left", (await ReplanAsync(id, 2, "丙市")).Problems[0].Code);
    }

    [Fact]
    public async Task Cancel_WithoutReason_IsRefused()
    {
        var id = await _house.PlannedAsync();
        Assert.Equal("escort.text-needed", (await _house.WithAsync((p, _) => p.CancelAsync(_house.Staff, id, _house.NewId(), " ", default))).Problems[0].Code);
        Assert.Equal("record.not-found", (await _house.WithAsync((p, _) => p.CancelAsync(_house.OtherStaff, id, _house.NewId(), "改期", default))).Problems[0].Code);
    }

    private Task<Domain.Outcome<Guid>> ReplanAsync(Guid id, long version, string from) => _house.WithAsync((p, _) => p.ReplanAsync(_house.Staff, id, version, EscortHouse.Plan(from: from), _house.NewId(), default));

    private async Task<string?> CodeAsync(Access.Caller caller) => (await _house.WithAsync((p, _) => p.PlanAsync(caller, _house.Match.Id, _house.NewId(), EscortHouse.Plan(), default))).Problems.Select(p => p.Code).FirstOrDefault();

    private async Task<string> RefusedAsync(bool confirmed, bool wanted)
    {
        await using var db = _house.Open();
        var match = _house.Pair(db, confirmed, wanted);
        await db.SaveChangesAsync();
        return (await _house.WithAsync((p, _) => p.PlanAsync(_house.Staff, match.Id, _house.NewId(), EscortHouse.Plan(), default))).Problems[0].Code;
    }
}
