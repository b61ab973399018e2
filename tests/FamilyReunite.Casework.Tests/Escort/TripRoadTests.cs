using FamilyReunite.Casework.Escort;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Escort;

public sealed class TripRoadTests : IAsyncLifetime
{
    private EscortHouse _house = null!;
    private Guid _trip;

    public async ValueTask InitializeAsync()
    {
        _house = await EscortHouse.BuildAsync();
        _trip = await _house.PlannedAsync();
        _house.Clock.Advance(TimeSpan.FromHours(1));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Record_WholeJourney_StatesAndStatusesFollow()
    {
        Assert.Equal(TripState.UnderWay, await DoneAsync(TripEventKind.Departed));
        Assert.Equal((RecordStatus.GoingHome, RecordStatus.GoingHome), await _house.StatusesAsync());
        Assert.Equal(TripState.UnderWay, await DoneAsync(TripEventKind.CheckedIn));
        Assert.Equal(TripState.UnderWay, await DoneAsync(TripEventKind.Incident, "列车晚点一小时"));
        Assert.Equal(TripState.HandedOver, await DoneAsync(TripEventKind.HandedOver, null, EscortHouse.AtTheDoor()));
        Assert.Equal((RecordStatus.Home, RecordStatus.Home), await _house.StatusesAsync());
        Assert.Equal(TripState.Returned, await DoneAsync(TripEventKind.Returned));

        var trip = await _house.TripAsync(_trip);
        Assert.Equal(("李大山", "123X", "M10 40L30 22L50 52"), (trip.HandOver!.Receiver, trip.HandOver.IdLastFour, trip.HandOver.SignatureSvg));
        Assert.Equal(5, trip.Events.Count);
        await using var db = _house.Open();
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(default)).Fault);
        Assert.Equal(4, await db.Outbox.CountAsync());
    }

    [Fact]
    public async Task Record_SameEventSentAgain_CountsOnceWhateverCameBetween()
    {
        var depart = _house.Report(TripEventKind.Departed);
        await _house.ReportAsync(_house.Team, _trip, depart);
        await DoneAsync(TripEventKind.CheckedIn);
        Assert.Equal(TripState.UnderWay, (await _house.ReportAsync(_house.Team, _trip, depart)).Value);
        Assert.Equal(2, (await _house.TripAsync(_trip)).Events.Count);
    }

    [Fact]
    public async Task Record_SentHoursLater_KeepsItsOwnTimeAndAnswersItsCheckIn()
    {
        var depart = _house.Report(TripEventKind.Departed);
        var safe = _house.Report(TripEventKind.CheckedIn) with { At = EscortHouse.Start.AddHours(5) };
        _house.Clock.Advance(TimeSpan.FromHours(8));
        await _house.ReportAsync(_house.Team, _trip, depart);
        await _house.ReportAsync(_house.Team, _trip, safe);
        var trip = await _house.TripAsync(_trip);
        Assert.Equal(EscortHouse.Start.AddHours(5), trip.LastSignOfLife);
        Assert.Equal(EscortHouse.Start.AddHours(9), trip.NextCheckIn!.DueAt);
    }

    [Theory]
    [InlineData(48, 1)]
    [InlineData(-48, 0)]
    public async Task Record_ClockOfThePhoneIsWrong_IsTakenBetweenPlanAndNow(int hours, int expected)
    {
        await _house.ReportAsync(_house.Team, _trip, _house.Report(TripEventKind.Departed) with { At = EscortHouse.Start.AddHours(hours) });
        Assert.Equal(EscortHouse.Start.AddHours(expected), (await _house.TripAsync(_trip)).Events.Single().At);
    }

    [Fact]
    public async Task HandOver_NothingFilledIn_NamesEveryFieldAtOnce()
    {
        await DoneAsync(TripEventKind.Departed);
        var outcome = await _house.ReportAsync(_house.Team, _trip, _house.Report(TripEventKind.HandedOver, null, new HandOverDraft(null, null, true, null, "12345", "<svg onload=alert(1)>", true, null)));
        Assert.Equal(["receiver", "relation", "idKind", "idLastFour", "witness", "signature"], outcome.Problems.Select(p => p.Field));
        Assert.Equal(TripState.UnderWay, (await _house.TripAsync(_trip)).State);
    }

    [Fact]
    public async Task WrongPerson_ByTheLiaison_ReopensMatchAndBothRecords()
    {
        await DoneAsync(TripEventKind.Departed);
        await DoneAsync(TripEventKind.HandedOver, null, EscortHouse.AtTheDoor());
        var wrong = _house.Report(TripEventKind.WrongPerson, "家属认不出，DNA 不符");
        Assert.Equal("escort.not-your-part", (await _house.ReportAsync(_house.Team, _trip, wrong)).Problems[0].Code);
        Assert.Equal(TripState.WrongPerson, (await _house.ReportAsync(_house.Liaison, _trip, wrong)).Value);
        Assert.Equal(TripState.WrongPerson, (await _house.ReportAsync(_house.Liaison, _trip, wrong)).Value);

        Assert.Equal((RecordStatus.Open, RecordStatus.Open), await _house.StatusesAsync());
        Assert.Equal(TripState.WrongPerson, (await _house.TripAsync(_trip)).State);
        await using var db = _house.Open();
        var match = await db.CandidateMatches.Include(m => m.Decisions).SingleAsync();
        Assert.Equal(MatchState.UnderReview, match.State);
        Assert.Equal("家属认不出，DNA 不符", match.Decisions.Single(d => d.Action == DecisionAction.Undo).Text);
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.SubjectId == match.PersonId && a.Action == "review.undo"));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.SubjectId == match.ReportId && a.Action == "review.undo"));
    }

    [Fact]
    public async Task Record_LiaisonOnTheRoad_IsRefused() =>
        Assert.Equal("escort.not-your-part", (await _house.ReportAsync(_house.Liaison, _trip, _house.Report(TripEventKind.CheckedIn))).Problems[0].Code);

    [Fact]
    public async Task Record_OtherOrganisation_LooksAsIfThereWereNoTrip()
    {
        foreach (var caller in new[] { _house.OtherTeam, _house.OtherStaff })
            Assert.Equal("record.not-found", (await _house.ReportAsync(caller, _trip, _house.Report(TripEventKind.Departed))).Problems[0].Code);
    }

    [Fact]
    public async Task Depart_MatchUndoneMeanwhile_IsRefused()
    {
        await using (var db = _house.Open())
        {
            var match = await db.CandidateMatches.Include(m => m.Decisions).SingleAsync();
            match.Decide(new Decision(_house.NewId(), DecisionAction.Undo, _house.NewId(), _house.NewId(), EscortHouse.Start, "两人身高不符"));
            await db.SaveChangesAsync();
        }
        Assert.Equal("escort.not-confirmed", (await _house.ReportAsync(_house.Team, _trip, _house.Report(TripEventKind.Departed))).Problems[0].Code);
        Assert.Equal(TripState.Planned, (await _house.TripAsync(_trip)).State);
    }

    private async Task<TripState> DoneAsync(TripEventKind kind, string? text = null, HandOverDraft? handOver = null)
    {
        var outcome = await _house.ReportAsync(_house.Team, _trip, _house.Report(kind, text, handOver));
        Assert.True(outcome.Succeeded, string.Join(' ', outcome.Problems.Select(p => p.Code)));
        return outcome.Value;
    }
}
