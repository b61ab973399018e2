using FamilyReunite.Casework.Access;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>Carries out what people decide about a pair: the step itself, the state of both records, the other pairs of both, and an audit row on each.</summary>
public sealed class ReviewService(ReuniteDb db, ChangeWriter writer, TimeProvider clock)
{
    // writers of other records move the audit chain's end; three are never in a row without a real conflict
    private const int Attempts = 3;
    private readonly Siblings _siblings = new(db, clock);

    /// <summary>Decides for a liaison of either district or the staff of either station.</summary>
    /// <returns><c>review.not-found</c> when the pair is not the caller's; <c>review.conflict</c> when it changed since it was looked at.</returns>
    public async Task<Outcome<Decided>> DecideAsync(Caller caller, DecisionRequest request, CancellationToken ct)
    {
        var text = Clean(request.Text);
        if (text?.Length > DecisionRequest.MaxText) return new Problem("review.text-too-long", "text", DecisionRequest.MaxText);
        for (var attempt = 1; ; attempt++)
        {
            var match = await db.ReviewableFor(caller).Include(m => m.Decisions).SingleOrDefaultAsync(m => m.Id == request.MatchId, ct);
            if (match is null) return new Problem("review.not-found");
            if (match.Decisions.Any(d => d.Id == request.WriteId)) return new Decided(match.Id, match.State, Repeated: true, 0);
            if (match.Version != request.SeenVersion) return new Problem("review.conflict", "version");
            var decision = new Decision(request.WriteId, request.Action, caller.AccountId, caller.OrganisationId, clock.GetUtcNow(), text, request.Reason);
            var (outcome, conflict) = await CarryOutAsync(caller, match, decision, ct);
            if (!conflict) return outcome;
            if (attempt == Attempts) return new Problem("review.conflict", "version");
        }
    }

    /// <summary>Undoes a confirmation because the person turned out to be somebody else. For whoever sees the trip home or the pair itself; both records are open again and keep the reason.</summary>
    /// <param name="writeId">UUIDv7; the same one again changes nothing. Inside a transaction of the caller's it joins that transaction.</param>
    public async Task<Outcome<Decided>> ReopenAsync(Caller caller, Guid matchId, Guid writeId, string reason, CancellationToken ct)
    {
        if (Clean(reason) is not { } text) return new Problem("review.text-needed", "text");
        var mine = await db.TripsFor(caller).AnyAsync(t => t.MatchId == matchId, ct) || await db.ReviewableFor(caller).AnyAsync(m => m.Id == matchId, ct);
        var match = mine ? await db.CandidateMatches.Include(m => m.Decisions).SingleOrDefaultAsync(m => m.Id == matchId, ct) : null;
        if (match is null) return new Problem("review.not-found");
        if (match.Decisions.Any(d => d.Id == writeId)) return new Decided(match.Id, match.State, Repeated: true, 0);
        if (match.State != MatchState.Confirmed) return new Problem("review.nothing-to-undo", "state");
        var undo = new Decision(writeId, DecisionAction.Undo, caller.AccountId, caller.OrganisationId, clock.GetUtcNow(), text);
        var (outcome, conflict) = await CarryOutAsync(caller, match, undo, ct, afterTrip: true);
        return conflict ? new Problem("review.conflict", "version") : outcome;
    }

    private async Task<(Outcome<Decided> Outcome, bool Conflict)> CarryOutAsync(Caller caller, CandidateMatch match, Decision decision, CancellationToken ct, bool afterTrip = false)
    {
        var person = await db.StrandedPersons.SingleAsync(p => p.Id == match.PersonId, ct);
        var report = await db.MissingReports.SingleAsync(r => r.Id == match.ReportId, ct);
        var before = match.State;
        if (await ObstacleAsync(match, decision, person, report, afterTrip, ct) is { } obstacle) return (obstacle, false);
        var outcome = match.Decide(decision);
        if (!outcome.Succeeded) return (outcome.Problems.ToArray(), false);

        CaseRecord[] changed = [];
        IReadOnlyList<CandidateMatch> siblings = [];
        if (match.State == MatchState.Confirmed)
        {
            (person.Status, report.Status, changed) = (RecordStatus.Matched, RecordStatus.Matched, [person, report]);
            siblings = await _siblings.SetAsideAsync(match, decision, ct);
        }
        else if (before == MatchState.Confirmed)
        {
            (person.Status, report.Status, changed) = (RecordStatus.Open, RecordStatus.Open, [person, report]);
            siblings = await _siblings.RestoreAsync(match, decision, ct);
        }
        var result = await writer.SaveAsync(Notes(caller, match, decision, before, siblings), changed, ct);
        var decided = new Decided(match.Id, match.State, result == WriteResult.Repeated, siblings.Count);
        if (result == WriteResult.Repeated) return (new Problem("review.conflict", "version"), false);
        return (decided, result == WriteResult.Conflict);
    }

    private async Task<Problem?> ObstacleAsync(CandidateMatch match, Decision d, StrandedPerson person, MissingReport report, bool afterTrip, CancellationToken ct)
    {
        if (match.State == MatchState.Withdrawn) return new Problem("review.withdrawn", "state");
        if (d.Action == DecisionAction.Confirm)
        {
            if (await _siblings.AnyConfirmedAsync(match, ct)) return new Problem("review.confirmed-elsewhere", "state");
            if (IsOver(person) || IsOver(report)) return new Problem("review.record-closed", "state");
        }
        if (d.Action != DecisionAction.Undo || match.State != MatchState.Confirmed || afterTrip) return null;
        var travels = await db.EscortTrips.AnyAsync(t => t.MatchId == match.Id && t.State != TripState.Cancelled && t.State != TripState.WrongPerson, ct);
        return travels ? new Problem("review.trip-exists", "state") : null;
    }

    private static bool IsOver(CaseRecord record) => record.Status is RecordStatus.GoingHome or RecordStatus.Home or RecordStatus.Closed;

    private List<ChangeNote> Notes(Caller caller, CandidateMatch match, Decision d, MatchState before, IReadOnlyList<CandidateMatch> siblings)
    {
        var action = $"review.{char.ToLowerInvariant(d.Action.ToString()[0])}{d.Action.ToString()[1..]}";
        var detail = d.Reason is { } reason ? $"{before}→{match.State} {reason}" : $"{before}→{match.State}";
        var notes = new List<ChangeNote>
        {
            new(d.Id, caller.Actor, action, "match", match.Id, detail),
            new(NewId(), caller.Actor, action, "person", match.PersonId, detail),
            new(NewId(), caller.Actor, action, "report", match.ReportId, detail),
        };
        notes.AddRange(siblings.Select(s => new ChangeNote(NewId(), caller.Actor, s.State == MatchState.Withdrawn ? "review.setAside" : "review.restore", "match", s.Id, s.State.ToString())));
        return notes;
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static string? Clean(string? text) => VisibleText.WordsOf(text?.Replace("\r", "", StringComparison.Ordinal));
}
