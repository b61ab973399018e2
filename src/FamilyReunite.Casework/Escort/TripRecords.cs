using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Review;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

/// <summary>What one event changes, for the ledger: its audit rows (the event's own first) and the records that follow.</summary>
public sealed record TripChange(IReadOnlyList<ChangeNote> Notes, IReadOnlyList<CaseRecord> Records);

/// <summary>Lets the person's and the report's status follow the journey, in the same transaction.</summary>
public sealed class TripRecords(ReuniteDb db, ReviewService review, TimeProvider clock)
{
    /// <summary>A wrong person re-opens the match through the review, which saves in the caller's transaction what is tracked so far.</summary>
    public async Task<Outcome<TripChange>> FollowAsync(Caller caller, EscortTrip trip, TripEvent e, CancellationToken ct)
    {
        var own = TripNote.Of(caller, e.Id, Action(e.Kind), trip.Id);
        RecordStatus? status = e.Kind switch
        {
            TripEventKind.Departed => RecordStatus.GoingHome,
            TripEventKind.HandedOver => RecordStatus.Home,
            TripEventKind.WrongPerson => RecordStatus.Open,
            _ => null,
        };
        if (status is not { } next) return new TripChange([own], []);
        var match = await db.CandidateMatches.SingleAsync(m => m.Id == trip.MatchId, ct);
        if (e.Kind == TripEventKind.WrongPerson && match.State == MatchState.Confirmed)
        {
            var reopened = await review.ReopenAsync(caller, match.Id, NewId(), e.Text!, ct);
            return reopened.Succeeded ? new TripChange([own], []) : reopened.Problems.ToArray();
        }
        if (e.Kind == TripEventKind.Departed && match.State != MatchState.Confirmed) return new Problem("escort.not-confirmed", "match");
        var person = await db.StrandedPersons.SingleAsync(p => p.Id == match.PersonId, ct);
        if (e.Kind == TripEventKind.Departed && person.DoesNotWantToBeFound) return new Problem("escort.not-wanted", "match");
        CaseRecord[] records = [person, await db.MissingReports.SingleAsync(r => r.Id == match.ReportId, ct)];
        foreach (var record in records) record.Status = next;
        List<ChangeNote> notes = [own];
        notes.AddRange(records.Select(r => new ChangeNote(NewId(), caller.Actor, r.Kind == RecordKind.Stranded ? "person.status" : "report.status", r.Kind == RecordKind.Stranded ? "person" : "report", r.Id, next.ToString())));
        return new TripChange(notes, records);
    }

    private static string Action(TripEventKind kind) => kind switch
    {
        TripEventKind.Departed => "trip.departed",
        TripEventKind.CheckedIn => "trip.checked-in",
        TripEventKind.Incident => "trip.incident",
        TripEventKind.HandedOver => "trip.handed-over",
        TripEventKind.Returned => "trip.returned",
        _ => "trip.wrong-person",
    };

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
