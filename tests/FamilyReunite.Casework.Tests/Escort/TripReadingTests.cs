using FamilyReunite.Casework.Escort;
using FamilyReunite.Domain.Escort;

namespace FamilyReunite.Casework.Tests.Escort;

public sealed class TripReadingTests : IAsyncLifetime
{
    private EscortHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await EscortHouse.BuildAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Alerts_SilentThenHeard_ComeAndGo()
    {
        var trip = await _house.PlannedAsync();
        Assert.Empty(await AlertsAsync());
        _house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((TripAlertKind.NotDeparted, 0), Assert.Single(await AlertsAsync()) switch { var a => (a.Kind, a.Missed) });
        await _house.ReportAsync(_house.Team, trip, _house.Report(TripEventKind.Departed));
        Assert.Empty(await AlertsAsync());
        _house.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal((TripAlertKind.CheckInMissed, 2, EscortHouse.Start.AddHours(5)), Assert.Single(await AlertsAsync()) switch { var a => (a.Kind, a.Missed, a.DueAt) });
        await _house.ReportAsync(_house.Team, trip, _house.Report(TripEventKind.CheckedIn));
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task List_TripAndConfirmedMatch_ShowsTheNameTheFamilyGave()
    {
        await using var db = _house.Open();
        var book = new TripBook(db, _house.Clock);
        Assert.Equal("李阿明", Assert.Single(await book.ToPlanAsync(_house.Staff, default)).PersonName);
        Assert.Empty(await book.ToPlanAsync(_house.OtherStaff, default));
        var id = await _house.PlannedAsync();
        Assert.Empty(await book.ToPlanAsync(_house.Staff, default));
        var line = Assert.Single(await book.ListAsync(_house.Team, default));
        Assert.Equal((id, "李阿明", "甲市", "仪陇县苟角乡"), (line.Id, line.PersonName, line.From, line.To));
        Assert.Empty(await book.ListAsync(_house.OtherTeam, default));
        Assert.Null(await book.FindAsync(_house.OtherTeam, id, default));
        Assert.Equal("甲市救助管理站", (await book.FindAsync(_house.Liaison, id, default))!.StationName);
    }

    [Fact]
    public void Propose_LongTrainAndAChange_ReportsEveryFourHoursAndOncePerStop()
    {
        var start = EscortHouse.Start;
        LegDraft[] legs = [new("甲", "乙", Transport.Train, null, start, start.AddHours(9)), new("乙", "丙", Transport.Coach, null, start.AddHours(9.5), start.AddHours(10.5))];
        Assert.Equal([0, 4, 8, 9, 10.5], CheckInProposal.For(legs).Select(d => (d - start).TotalHours));
    }

    [Fact]
    public void LogLine_WrittenAndRead_IsTheSame()
    {
        var line = new TripLogLine(TripState.UnderWay, EscortHouse.Start, null, 2);
        Assert.Equal(line, TripLogLine.Read(line.ToText()));
        Assert.Null(TripLogLine.Read("一切正常"));
        Assert.Null(TripLogLine.Read("{一切正常"));
    }

    private async Task<IReadOnlyList<TripAlert>> AlertsAsync()
    {
        await using var db = _house.Open();
        return await new TripAlerts(db, _house.Clock).ForAsync(_house.Staff, default);
    }
}
