using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Domain.Tests.Escort;

public sealed class EscortTripTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private readonly EscortTrip _trip = new(Id(), Id(), Id(), Id(), "4403", Now);

    [Fact]
    public void Plan_WithoutLegsOrEscorts_IsRefused()
    {
        Assert.Equal("escort.leg-needed", _trip.Plan([], [Escort()], [], Id).Problems[0].Code);
        Assert.Equal("escort.escort-needed", _trip.Plan([Leg(2)], [], [], Id).Problems[0].Code);
        Assert.Equal("escort.arrives-before-departure", _trip.Plan([Leg(-2)], [Escort()], [], Id).Problems[0].Code);
    }

    [Fact]
    public void MissedCheckIns_OneFulfilledOneLate_NamesTheLateOne()
    {
        UnderWay(Now.AddHours(1), Now.AddHours(4));
        _trip.ReportSafe(Event(TripEventKind.CheckedIn, 1));
        Assert.Equal(Now.AddHours(4), Assert.Single(_trip.MissedCheckIns(Now.AddHours(5))).DueAt);
        Assert.Empty(_trip.MissedCheckIns(Now.AddHours(3)));
    }

    [Fact]
    public void ReportSafe_SentTwiceByThePhone_FulfilsOneCheckIn()
    {
        UnderWay(Now.AddHours(1), Now.AddHours(4));
        var sent = Event(TripEventKind.CheckedIn, 1);
        _trip.ReportSafe(sent);
        _trip.ReportSafe(sent);
        Assert.Single(_trip.CheckIns, c => c.DoneAt is not null);
    }

    [Theory]
    [InlineData(2.9, 0)]
    [InlineData(3, 1)]
    [InlineData(9, 2)]
    public void ReportSafe_BeforeAndAfterDue_AnswersWhatIsDueWithinTheHour(double hours, int answered)
    {
        UnderWay(Now.AddHours(4), Now.AddHours(8));
        _trip.ReportSafe(new TripEvent(Id(), TripEventKind.CheckedIn, Now.AddHours(hours), null, null, null));
        Assert.Equal(answered, _trip.CheckIns.Count(c => c.DoneAt is not null));
    }

    [Fact]
    public void Note_WrittenTwice_StandsOnceAndLeavesTheVersion()
    {
        UnderWay(Now.AddHours(4));
        var before = _trip.Version;
        var note = Event(TripEventKind.CheckInMissed, 4);
        Assert.Equal((true, false, before), (_trip.Note(note), _trip.Note(note), _trip.Version));
        Assert.Equal(Now, _trip.LastSignOfLife);
    }

    [Theory]
    [InlineData("", "哥哥", true, "M0 0", false, null, "escort.receiver-needed")]
    [InlineData("李某", "", true, "M0 0", false, null, "escort.relation-needed")]
    [InlineData("李某", "哥哥", false, "M0 0", false, null, "escort.id-check-needed")]
    [InlineData("李某", "哥哥", true, "", false, null, "escort.signature-needed")]
    [InlineData("李某", "哥哥", true, "M0 0", true, null, "escort.witness-needed")]
    public void HandOver_SomethingMissing_NamesTheField(string receiver, string relation, bool idChecked, string signature, bool signedFor, string? witness, string code)
    {
        UnderWay();
        var result = _trip.HandOverTo(new HandOver(receiver, relation, idChecked, null, null, signature, signedFor, witness, Now, null), Event(TripEventKind.HandedOver, 2));
        Assert.Equal(code, Assert.Single(result.Problems).Code);
        Assert.Equal(TripState.UnderWay, _trip.State);
    }

    [Fact]
    public void WrongPerson_AfterHandOverOrReturn_IsPossibleWithAReason()
    {
        UnderWay();
        _trip.HandOverTo(new HandOver("李某", "哥哥", true, null, null, "M0 0", false, null, Now, null), Event(TripEventKind.HandedOver, 2));
        Assert.True(_trip.ReturnHome(Event(TripEventKind.Returned, 3)).Succeeded);
        Assert.Equal("escort.text-needed", _trip.WrongPerson(Event(TripEventKind.WrongPerson, 4)).Problems[0].Code);
        Assert.True(_trip.WrongPerson(Event(TripEventKind.WrongPerson, 4) with { Text = "家属认不出，DNA 不符" }).Succeeded);
        Assert.Equal(TripState.WrongPerson, _trip.State);
    }

    private static Guid Id() => Guid.CreateVersion7(Now);

    private static TripLeg Leg(int hours) => new(Id(), 1, "深圳", "成都", Transport.Train, null, Now, Now.AddHours(hours));

    private static TripEscort Escort() => new(Id(), "王某", null, null);

    private static TripEvent Event(TripEventKind kind, int hour) => new(Id(), kind, Now.AddHours(hour), null, null, null);

    private void UnderWay(params DateTimeOffset[] due)
    {
        Assert.True(_trip.Plan([Leg(9)], [Escort()], due, Id).Succeeded);
        Assert.True(_trip.Depart(Event(TripEventKind.Departed, 0)).Succeeded);
    }
}
