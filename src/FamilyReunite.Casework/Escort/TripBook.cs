using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

/// <summary>Reads trips for pages.</summary>
public sealed class TripBook(ReuniteDb db, TimeProvider clock)
{
    /// <summary>Ended trips shown in a list; older ones are reached through the person.</summary>
    public const int EndedShown = 50;

    private static readonly TripState[] Active = [TripState.Planned, TripState.UnderWay, TripState.HandedOver];

    /// <summary>Silent trips first, then under way, then by departure; ended ones last, newest first.</summary>
    public async Task<IReadOnlyList<TripSummary>> ListAsync(Caller caller, CancellationToken ct)
    {
        var trips = await db.TripsFor(caller).AsNoTracking().Where(t => Active.Contains(t.State)).Whole().ToListAsync(ct);
        var ended = await db.TripsFor(caller).AsNoTracking().Where(t => !Active.Contains(t.State)).OrderByDescending(t => t.PlannedAt).Take(EndedShown).Whole().ToListAsync(ct);
        var names = await NamesOfPeopleAsync([.. trips.Concat(ended).Select(t => t.MatchId)], ct);
        var now = clock.GetUtcNow();
        return [.. trips.Select(t => Line(t, names, now, caller)).OrderBy(t => t.Alert is null).ThenBy(t => Order(t.State)).ThenBy(t => t.DepartsAt), .. ended.Select(t => Line(t, names, now, caller))];
    }

    /// <summary>Confirmed matches of the caller's own people without a journey.</summary>
    public async Task<IReadOnlyList<TripToPlan>> ToPlanAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.KeepsPeople) return [];
        var own = caller.OrganisationId;
        var matches = await db.MatchesFor(caller).AsNoTracking()
            .Where(m => m.State == MatchState.Confirmed && db.StrandedPersons.Any(p => p.Id == m.PersonId && p.OrganisationId == own && !p.DoesNotWantToBeFound)
                && !db.EscortTrips.Any(t => t.PersonId == m.PersonId && t.State != TripState.Cancelled && t.State != TripState.WrongPerson))
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.ReportId }).ToListAsync(ct);
        var names = await NamesOfPeopleAsync([.. matches.Select(m => m.Id)], ct);
        var homes = await HomesAsync([.. matches.Select(m => m.ReportId)], ct);
        return [.. matches.Select(m => new TripToPlan(m.Id, names.GetValueOrDefault(m.Id), homes.GetValueOrDefault(m.ReportId)))];
    }

    /// <summary>Null when there is no such trip for this caller.</summary>
    public async Task<TripView?> FindAsync(Caller caller, Guid tripId, CancellationToken ct)
    {
        var trip = await db.TripsFor(caller).AsNoTracking().Whole().SingleOrDefaultAsync(t => t.Id == tripId, ct);
        if (trip is null) return null;
        var report = await db.CandidateMatches.Where(m => m.Id == trip.MatchId).Select(m => m.ReportId).SingleAsync(ct);
        var person = await db.StrandedPersons.AsNoTracking().SingleAsync(p => p.Id == trip.PersonId, ct);
        var family = await FactsAsync([report], [FactKind.Name, FactKind.HomePlace, FactKind.ReporterName, FactKind.ReporterRelation], ct);
        var health = await FactsAsync([trip.PersonId], [FactKind.Health, FactKind.Mind], ct);
        var station = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == trip.OrganisationId, ct);
        var actors = trip.Events.Select(e => e.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        string? First(FactKind kind) => family.Find(f => f.Kind == kind)?.AsHeard;
        return new TripView(trip, First(FactKind.Name) ?? person.CallName, person.CallName, station.Name, station.Telephone, First(FactKind.HomePlace), First(FactKind.ReporterName), First(FactKind.ReporterRelation), [.. health.Select(f => f.AsHeard)], names);
    }

    /// <summary>The escort team of the caller's organisation, by name.</summary>
    public Task<List<TeamMember>> TeamAsync(Caller caller, CancellationToken ct) =>
        db.Users.Where(u => u.OrganisationId == caller.OrganisationId && db.UserRoles.Any(ur => ur.UserId == u.Id && db.Roles.Any(r => r.Id == ur.RoleId && r.Name == Role.EscortTeam)))
            .OrderBy(u => u.DisplayName).Select(u => new TeamMember(u.Id, u.DisplayName)).ToListAsync(ct);

    private static int Order(TripState state) => state switch { TripState.UnderWay => 0, TripState.HandedOver => 1, _ => 2 };

    private static TripSummary Line(EscortTrip t, Dictionary<Guid, string?> names, DateTimeOffset now, Caller caller)
    {
        var legs = t.Legs.OrderBy(l => l.Order).ToList();
        return new TripSummary(t.Id, t.State, names.GetValueOrDefault(t.MatchId), legs.FirstOrDefault()?.From, legs.LastOrDefault()?.To, [.. t.Escorts.Select(e => e.Name)], t.DepartsAt, t.NextCheckIn?.DueAt, t.LastSignOfLife, TripAlerts.Of(t, now), t.Escorts.Any(e => e.AccountId == caller.AccountId));
    }

    private async Task<Dictionary<Guid, string?>> NamesOfPeopleAsync(List<Guid> matches, CancellationToken ct)
    {
        var pairs = await db.CandidateMatches.Where(m => matches.Contains(m.Id)).Select(m => new { m.Id, m.PersonId, m.ReportId }).ToListAsync(ct);
        var people = pairs.Select(p => p.PersonId).ToList();
        var called = await db.StrandedPersons.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.CallName }).ToDictionaryAsync(p => p.Id, p => p.CallName, ct);
        var reports = await FirstWordsAsync([.. pairs.Select(p => p.ReportId)], FactKind.Name, ct);
        return pairs.ToDictionary(p => p.Id, p => reports.GetValueOrDefault(p.ReportId) ?? called.GetValueOrDefault(p.PersonId));
    }

    private Task<Dictionary<Guid, string>> HomesAsync(List<Guid> reports, CancellationToken ct) => FirstWordsAsync(reports, FactKind.HomePlace, ct);

    private async Task<Dictionary<Guid, string>> FirstWordsAsync(List<Guid> records, FactKind kind, CancellationToken ct)
    {
        var rows = await db.Facts.AsNoTracking().Where(f => records.Contains(EF.Property<Guid>(f, "RecordId")) && f.Kind == kind && f.ReplacedBy == null && f.Answer == AnswerState.Given)
            .OrderBy(f => f.Id).Select(f => new { Record = EF.Property<Guid>(f, "RecordId"), f.AsHeard }).ToListAsync(ct);
        return rows.GroupBy(r => r.Record).ToDictionary(g => g.Key, g => g.First().AsHeard);
    }

    private Task<List<Fact>> FactsAsync(List<Guid> records, FactKind[] kinds, CancellationToken ct) =>
        db.Facts.AsNoTracking().Where(f => records.Contains(EF.Property<Guid>(f, "RecordId")) && kinds.Contains(f.Kind) && f.ReplacedBy == null && f.Answer == AnswerState.Given).OrderBy(f => f.Id).ToListAsync(ct);
}
