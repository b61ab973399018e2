using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Escort;

/// <summary>Takes in what happens on the way, in the order it happened; statuses of person and report follow.</summary>
public sealed class TripRoad(ReuniteDb db, ChangeWriter writer, TripRecords records, TimeProvider clock)
{
    /// <summary>Two phones may report in the same second; each is tried again on what the other left.</summary>
    private const int Attempts = 3;

    /// <returns>The trip's state afterwards; a report that is there already answers alike. Problems: <c>record.not-found</c>, <c>escort.not-your-part</c>, those of the state and of the fields.</returns>
    public async Task<Outcome<TripState>> RecordAsync(Caller caller, Guid tripId, RoadReport report, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (outcome, conflict) = await TryAsync(caller, tripId, report, ct);
            if (!conflict) return outcome;
            if (attempt == Attempts) return new Problem("escort.changed-meanwhile");
        }
    }

    private async Task<(Outcome<TripState> Outcome, bool Conflict)> TryAsync(Caller caller, Guid tripId, RoadReport report, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var trip = await db.TripsFor(caller).Whole().SingleOrDefaultAsync(t => t.Id == tripId, ct);
        if (trip is null) return (new Problem("record.not-found"), false);
        if (!May(caller, report.Kind)) return (new Problem("escort.not-your-part"), false);
        if (await writer.WasWrittenAsync(report.Id, ct)) return (trip.State, false);
        var change = await ApplyAsync(caller, trip, report, ct);
        if (!change.Succeeded)
        {
            db.ChangeTracker.Clear();
            return (change.Problems.ToArray(), change.Problems[0].Code == "review.conflict");
        }
        var result = await writer.SaveAsync(change.Value!.Notes, change.Value.Records, ct);
        if (result == WriteResult.Saved) await transaction.CommitAsync(ct);
        return (trip.State, result == WriteResult.Conflict);
    }

    private async Task<Outcome<TripChange>> ApplyAsync(Caller caller, EscortTrip trip, RoadReport report, CancellationToken ct)
    {
        if (report.Text?.Length > TripLimits.Text) return new Problem("escort.too-long", "text", TripLimits.Text);
        if (report.Place?.Length > TripLimits.Words) return new Problem("escort.too-long", "place", TripLimits.Words);
        var e = new TripEvent(report.Id, report.Kind, Believable(report.At, trip.PlannedAt), caller.AccountId, VisibleText.WordsOf(report.Place), VisibleText.WordsOf(report.Text));
        var outcome = report.Kind switch
        {
            TripEventKind.Departed => trip.Depart(e),
            TripEventKind.CheckedIn => trip.ReportSafe(e),
            TripEventKind.Incident => trip.ReportIncident(e),
            TripEventKind.HandedOver => HandOver(trip, report.HandOver, e),
            TripEventKind.Returned => trip.ReturnHome(e),
            TripEventKind.WrongPerson => trip.WrongPerson(e),
            _ => new Problem("escort.not-your-part"),
        };
        if (!outcome.Succeeded) return outcome.Problems.ToArray();
        return await records.FollowAsync(caller, trip, e, ct);
    }

    private static Outcome<Done> HandOver(EscortTrip trip, HandOverDraft? draft, TripEvent e)
    {
        if (trip.State != TripState.UnderWay) return new Problem("escort.not-under-way", "state");
        var handOver = HandOverRules.Check(draft, e.At, e.Place);
        return handOver.Succeeded ? trip.HandOverTo(handOver.Value!, e) : handOver.Problems.ToArray();
    }

    /// <summary>Stations and liaisons say that it was another person; the road itself belongs to the escorts and their station.</summary>
    private static bool May(Caller caller, TripEventKind kind) => kind switch
    {
        TripEventKind.WrongPerson => caller.KeepsPeople || caller.IsLiaison,
        _ => caller.KeepsPeople || caller.Role == Role.EscortTeam,
    };

    private DateTimeOffset Believable(DateTimeOffset at, DateTimeOffset planned)
    {
        var now = clock.GetUtcNow();
        return at > now ? now : at < planned ? planned : at.ToUniversalTime();
    }
}
