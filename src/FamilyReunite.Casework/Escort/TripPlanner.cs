using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

/// <summary>Plans journeys home: from a confirmed match only, by the station that keeps the person, until departure.</summary>
public sealed class TripPlanner(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    private static readonly TripState[] Ended = [TripState.Cancelled, TripState.WrongPerson];

    /// <param name="tripId">UUIDv7 made by the client; it is the write id as well, so a repeat answers with the trip that is there.</param>
    /// <returns>The trip's id. Problems: <c>record.not-found</c>, <c>escort.not-confirmed</c>, <c>escort.other-station</c>, <c>escort.not-wanted</c>, <c>escort.trip-exists</c>, and those of the fields.</returns>
    public async Task<Outcome<Guid>> PlanAsync(Caller caller, Guid matchId, Guid tripId, TripPlan plan, CancellationToken ct)
    {
        if (await db.TripsFor(caller).AnyAsync(t => t.Id == tripId, ct)) return tripId;
        var start = await StartAsync(caller, matchId, ct);
        if (!start.Succeeded) return start.Problems.ToArray();
        var person = start.Value!;
        var trip = new EscortTrip(tripId, matchId, person.Id, person.OrganisationId, person.District, clock.GetUtcNow());
        var planned = Fill(trip, plan);
        if (!planned.Succeeded) return planned.Problems.ToArray();
        db.EscortTrips.Add(trip);
        var result = await writer.SaveAsync(TripNote.Of(caller, tripId, "trip.planned", tripId), ct);
        return result == WriteResult.Conflict ? new Problem("escort.changed-meanwhile") : tripId;
    }

    /// <summary>Whether this caller could plan a trip from this match now; the person who would travel.</summary>
    public async Task<Outcome<StrandedPerson>> StartAsync(Caller caller, Guid matchId, CancellationToken ct)
    {
        var match = caller.KeepsPeople ? await db.MatchesFor(caller).AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, ct) : null;
        if (match is null) return new Problem("record.not-found");
        if (match.State != MatchState.Confirmed) return new Problem("escort.not-confirmed", "match");
        var person = await db.StrandedPersons.AsNoTracking().SingleAsync(p => p.Id == match.PersonId, ct);
        if (person.OrganisationId != caller.OrganisationId) return new Problem("escort.other-station", "match");
        if (person.DoesNotWantToBeFound) return new Problem("escort.not-wanted", "match");
        return await db.EscortTrips.AnyAsync(t => t.PersonId == person.Id && !Ended.Contains(t.State), ct) ? new Problem("escort.trip-exists", "match") : person;
    }

    /// <param name="version">The version the form was made from; the second of two savers is told (<c>escort.changed-meanwhile</c>).</param>
    public async Task<Outcome<Guid>> ReplanAsync(Caller caller, Guid tripId, long version, TripPlan plan, Guid writeId, CancellationToken ct)
    {
        if (await OwnAsync(caller, tripId, ct) is not { } trip) return new Problem("record.not-found");
        if (await writer.WasWrittenAsync(writeId, ct)) return tripId;
        if (trip.State == TripState.Planned && trip.Version != version) return new Problem("escort.changed-meanwhile", "version");
        object[] old = [.. trip.Legs, .. trip.Escorts, .. trip.CheckIns];
        var planned = Fill(trip, plan);
        if (!planned.Succeeded) return planned.Problems.ToArray();
        // severed alone they would stay behind without a trip
        db.RemoveRange(old);
        var result = await writer.SaveAsync(TripNote.Of(caller, writeId, "trip.replanned", tripId), ct);
        return result == WriteResult.Conflict ? new Problem("escort.changed-meanwhile", "version") : tripId;
    }

    /// <param name="eventId">UUIDv7 made by the client.</param>
    /// <param name="reason">Needed; kept in the history.</param>
    public async Task<Outcome<Done>> CancelAsync(Caller caller, Guid tripId, Guid eventId, string? reason, CancellationToken ct)
    {
        if (await OwnAsync(caller, tripId, ct) is not { } trip) return new Problem("record.not-found");
        if (reason?.Length > TripLimits.Text) return new Problem("escort.too-long", "text", TripLimits.Text);
        var outcome = trip.Cancel(new TripEvent(eventId, TripEventKind.Cancelled, clock.GetUtcNow(), caller.AccountId, null, VisibleText.WordsOf(reason)));
        if (!outcome.Succeeded) return outcome;
        var result = await writer.SaveAsync(TripNote.Of(caller, eventId, "trip.cancelled", tripId), ct);
        return result == WriteResult.Conflict ? new Problem("escort.changed-meanwhile") : Done.Instance;
    }

    private async Task<EscortTrip?> OwnAsync(Caller caller, Guid tripId, CancellationToken ct) =>
        caller.KeepsPeople ? await db.TripsFor(caller).Whole().SingleOrDefaultAsync(t => t.Id == tripId, ct) : null;

    private Outcome<Done> Fill(EscortTrip trip, TripPlan plan)
    {
        if (TripPlanRules.Check(plan) is { Length: > 0 } problems) return problems;
        var legs = plan.Legs.Select((l, i) => new TripLeg(NewId(), i + 1, VisibleText.WithoutHidden(l.From!).Trim(), VisibleText.WithoutHidden(l.To!).Trim(), l.Transport, VisibleText.WordsOf(l.Number), l.DepartsAt!.Value.ToUniversalTime(), l.ArrivesAt!.Value.ToUniversalTime()));
        var escorts = plan.Escorts.Select(e => new TripEscort(NewId(), VisibleText.WithoutHidden(e.Name!).Trim(), VisibleText.WordsOf(e.Duty), e.AccountId));
        var due = plan.CheckInsDue is { Count: > 0 } chosen ? chosen.Distinct() : CheckInProposal.For(plan.Legs);
        var outcome = trip.Plan(legs.ToList(), escorts.ToList(), due, NewId);
        if (outcome.Succeeded) trip.MedicalNotes = VisibleText.WordsOf(plan.MedicalNotes);
        return outcome;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
