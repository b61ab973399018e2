using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Web.Tests.Escort;

/// <summary>Confirmed matches and trips of the fixture's first station.</summary>
internal static class EscortStage
{
    public static async Task<CandidateMatch> ConfirmedAsync(this WebFixture web, string name)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var person = new StrandedPerson(WebFixture.NewId(), web.Station.Id, web.Station.District, at) { CallName = "小河", Status = RecordStatus.Matched };
        person.Add(new Fact(WebFixture.NewId(), FactKind.Health, "高血压", null, FactSource.Observed, null, null, at));
        var report = new MissingReport(WebFixture.NewId(), web.OtherStation.Id, web.OtherStation.District, at) { Status = RecordStatus.Matched };
        report.Add(new Fact(WebFixture.NewId(), FactKind.Name, name, null, FactSource.SaidByFamily, null, null, at));
        report.Add(new Fact(WebFixture.NewId(), FactKind.ReporterName, "李大山", null, FactSource.SaidByFamily, null, null, at));
        report.Add(new Fact(WebFixture.NewId(), FactKind.HomePlace, "四川省仪陇县苟角乡", null, FactSource.SaidByFamily, null, null, at));
        var match = new CandidateMatch(WebFixture.NewId(), person.Id, report.Id, new MatchAssessment(2, -3, .8, "[]", "1", "f"), at);
        foreach (var organisation in new[] { web.Police, web.OtherStation })
            Assert.True(match.Decide(new Decision(WebFixture.NewId(), DecisionAction.Confirm, WebFixture.NewId(), organisation.Id, at, "家属辨认照片并说出胎记位置")).Succeeded);
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        db.AddRange(person, report, match);
        await db.SaveChangesAsync();
        return match;
    }

    /// <summary>A trip of fixed times in 2025, in the state wanted: Planned, UnderWay or HandedOver.</summary>
    public static async Task<Guid> TripAsync(this WebFixture web, CandidateMatch match, TripState state)
    {
        var start = new DateTimeOffset(2025, 3, 3, 8, 0, 0, TimeSpan.FromHours(8));
        var trip = new EscortTrip(WebFixture.NewId(), match.Id, match.PersonId, web.Station.Id, web.Station.District, start.AddDays(-2)) { MedicalNotes = "早晚各一次降压药" };
        TripLeg[] legs = [new(WebFixture.NewId(), 1, "甲州", "成都", Transport.Train, "G2966", start, start.AddHours(9)), new(WebFixture.NewId(), 2, "成都", "仪陇县苟角乡", Transport.Car, null, start.AddHours(10), start.AddHours(14))];
        Assert.True(trip.Plan(legs, [new TripEscort(WebFixture.NewId(), "王护送", "带队", null)], [start, start.AddHours(4)], WebFixture.NewId).Succeeded);
        if (state != TripState.Planned) Assert.True(trip.Depart(new TripEvent(WebFixture.NewId(), TripEventKind.Departed, start, web.Accounts[Domain.People.Role.EscortTeam], null, null)).Succeeded);
        var door = new HandOver("李大山", "哥哥", true, "居民身份证", "123X", "M10 46L30 22L50 52L70 36L95 20", true, "村组长", start.AddHours(14.5), "仪陇县苟角乡");
        if (state == TripState.HandedOver) Assert.True(trip.HandOverTo(door, new TripEvent(WebFixture.NewId(), TripEventKind.HandedOver, door.At, null, door.Place, null)).Succeeded);
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReuniteDb>();
        db.Add(trip);
        await db.SaveChangesAsync();
        return trip.Id;
    }

    public static async Task<EscortTrip> ReadTripAsync(this WebFixture web, Guid id)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReuniteDb>().EscortTrips.Include(t => t.Legs).Include(t => t.Escorts).Include(t => t.CheckIns).Include(t => t.Events).SingleAsync(t => t.Id == id);
    }

    public static Uri At(string path) => new(path, UriKind.Relative);
}
