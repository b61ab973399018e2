using FamilyReunite.Casework.Escort;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Jobs.Indexing;
using FamilyReunite.Jobs.TripLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Jobs.Tests.TripLog;

public sealed class TripLogTests : IAsyncLifetime
{
    private const string Slot = "2026-11-25";
    // without the watch by day, which would flag before the night does, and without the follower, which would propose the pair that a test is about to save
    private readonly Server _server = new()
    {
        Also = services =>
        {
            foreach (var busy in services.Where(s => s.ImplementationType == typeof(CheckInWatch) || s.ImplementationType == typeof(OutboxFollower)).ToList()) services.Remove(busy);
        },
    };

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        await _server.UntilDoneAsync("2026-11-24", TripLogJob.Name);
        await _server.UntilDoneAsync("2026-11-24");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Write_SameSlotTwice_LogsEachTripOnceAndFlagsEachCheckInOnce()
    {
        var trip = await TripAsync(depart: true);
        _server.Clock.Advance(TimeSpan.FromMinutes(9 * 60));
        Assert.Equal(new TripLogTotals(1, 2, 0), await Writer.WriteAsync(Slot, null, null, default));
        Assert.Equal(new TripLogTotals(1, 0, 0), await Writer.WriteAsync(Slot, null, null, default));
        var back = await ReadAsync(trip);
        Assert.Equal((1, 2, 1L + 1), (back.Events.Count(e => e.Kind == TripEventKind.Logged), back.Events.Count(e => e.Kind == TripEventKind.CheckInMissed), back.Version));
        Assert.Equal(new TripLogLine(TripState.UnderWay, Server.Morning, Server.Morning.AddHours(4), 2), TripLogLine.Read(back.Events.Single(e => e.Kind == TripEventKind.Logged).Text));

        Assert.Equal(new TripLogTotals(1, 0, 0), await Writer.WriteAsync("2026-11-26", null, null, default));
        Assert.Equal(2, (await ReadAsync(trip)).Events.Count(e => e.Kind == TripEventKind.Logged));
        await using var db = _server.Db();
        Assert.Equal(AuditFault.None, (await new AuditVerifier(db).VerifyAsync(default)).Fault);
    }

    [Fact]
    public async Task Write_ByDay_FlagsWithoutLogging()
    {
        var trip = await TripAsync(depart: true);
        using var watch = new CheckInWatch(Writer, _server.Clock, NullLogger<CheckInWatch>.Instance);
        await watch.StartAsync(default);
        await Server.UntilAsync(async () =>
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(10));
            return (await ReadAsync(trip)).Events.Any(e => e.Kind == TripEventKind.CheckInMissed);
        }, "the watch has flagged the check-in");
        await watch.StopAsync(default);
        var back = await ReadAsync(trip);
        Assert.DoesNotContain(back.Events, e => e.Kind == TripEventKind.Logged);
        Assert.Equal(Server.Morning.AddHours(4), back.Events.Where(e => e.Kind == TripEventKind.CheckInMissed).Min(e => e.At));
    }

    [Fact]
    public async Task Write_PlannedTripPastItsDeparture_IsLoggedAndOneStillToComeIsNot()
    {
        var late = await TripAsync(depart: false);
        var later = await TripAsync(depart: false, inHours: 48);
        _server.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new TripLogTotals(1, 0, 1), await Writer.WriteAsync(Slot, null, null, default));
        Assert.Equal(TripState.Planned, TripLogLine.Read(Assert.Single((await ReadAsync(late)).Events).Text)!.State);
        Assert.Empty((await ReadAsync(later)).Events);
    }

    [Fact]
    public async Task Night_StartedAgainAfterItsSlot_LogsOnce()
    {
        var trip = await TripAsync(depart: true);
        _server.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 2; i++)
        {
            await _server.StopAsync();
            await _server.StartAsync();
            await _server.UntilDoneAsync(Slot, TripLogJob.Name);
        }
        Assert.Equal(1, (await ReadAsync(trip)).Events.Count(e => e.Kind == TripEventKind.Logged));
        Assert.Equal(JobState.Done, (await _server.RunsAsync(TripLogJob.Name)).Single(r => r.Slot == Slot).State);
    }

    private TripLogWriter Writer => _server.Services.GetRequiredService<TripLogWriter>();

    private async Task<EscortTrip> ReadAsync(Guid id)
    {
        await using var db = _server.Db();
        return await db.EscortTrips.Include(t => t.Legs).Include(t => t.CheckIns).Include(t => t.Events).SingleAsync(t => t.Id == id);
    }

    private Guid NewId() => Guid.CreateVersion7(_server.Clock.GetUtcNow());

    /// <summary>Check-ins after four and eight hours.</summary>
    private async Task<Guid> TripAsync(bool depart, int inHours = 1)
    {
        var (person, report) = (await _server.PersonAsync("甲"), await _server.ReportAsync("乙"));
        await using var db = _server.Db();
        var match = new CandidateMatch(NewId(), person, report, new MatchAssessment(1, -3, .7, "[]", "1", "f"), Server.Morning);
        db.Add(match);
        var trip = new EscortTrip(NewId(), match.Id, person, (await db.Organisations.SingleAsync()).Id, "4403", Server.Morning);
        var start = Server.Morning.AddHours(inHours);
        Assert.True(trip.Plan([new TripLeg(NewId(), 1, "甲市", "乙县", Transport.Train, null, start, start.AddHours(9))], [new TripEscort(NewId(), "王护送", null, null)], [Server.Morning.AddHours(4), Server.Morning.AddHours(8)], NewId).Succeeded);
        if (depart) Assert.True(trip.Depart(new TripEvent(NewId(), TripEventKind.Departed, Server.Morning, null, null, null)).Succeeded);
        db.Add(trip);
        await db.SaveChangesAsync();
        return trip.Id;
    }
}
