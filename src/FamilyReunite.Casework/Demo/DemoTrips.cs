using FamilyReunite.Casework.Exchange;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Escort;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Demo;

/// <summary>Loads the sample's journeys home. Each stands on a match that the real scorer assessed and two accounts confirmed, and goes through the same steps as a journey typed in.</summary>
public sealed class DemoTrips(IDbContextFactory<ReuniteDb> databases, IClueReader reader, IPairScorer scorer, TimeProvider clock)
{
    private const string First = "示例：站里核对了姓名、家乡与体表特征，三项相符。";
    private const string Second = "示例：公安联络组与家属视频辨认，双方互相认出。";

    /// <returns>Journeys added; demo.no-samples, demo.no-accounts, or what the rules of matches and journeys object to.</returns>
    public async Task<Outcome<int>> LoadAsync(string? folder, CancellationToken ct)
    {
        if ((folder ?? DemoFolder.Find()) is not { } from || !Directory.Exists(from)) return new Problem("demo.no-samples");
        var trips = (await File.ReadAllLinesAsync(Path.Combine(from, "trips.jsonl"), ct)).Where(l => l.Length > 0).Select(SampleTrip.Parse).ToList();
        var times = new TripTimes(trips, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await DecidersAsync(db, ct) is not { } deciders) return new Problem("demo.no-accounts");
        var added = 0;
        foreach (var trip in trips)
        {
            var loaded = await OneAsync(db, trip, times.ShiftOf(trip), deciders, ct);
            if (!loaded.Succeeded) return loaded.Problems.ToArray();
            added += loaded.Value ? 1 : 0;
        }
        return added;
    }

    private async Task<Outcome<bool>> OneAsync(ReuniteDb db, SampleTrip sample, TimeSpan shift, Deciders deciders, CancellationToken ct)
    {
        var id = StableId.Of(sample.DepartsAt, "trip " + sample.SourceId);
        if (await db.EscortTrips.AnyAsync(t => t.Id == id, ct)) return false;
        var person = await db.StrandedPersons.Include(p => p.Facts).SingleOrDefaultAsync(p => p.SourceId == sample.Person, ct);
        var report = await db.MissingReports.Include(r => r.Facts).SingleOrDefaultAsync(r => r.SourceId == sample.Report, ct);
        if (person is null || report is null) return false;
        var departs = sample.DepartsAt + shift;
        var match = await MatchAsync(db, person, report, Earlier(departs, days: 5), ct);
        if (match.State != MatchState.Confirmed && Confirm(match, person, report, deciders, departs) is { } refused) return refused;
        var trip = new EscortTrip(id, match.Id, person.Id, person.OrganisationId, person.District, Earlier(departs, days: 3)) { MedicalNotes = sample.MedicalNotes };
        if (new TripWriter(trip, sample, shift, deciders.Station).Write() is { } objection) return objection;
        db.EscortTrips.Add(trip);
        person.Status = report.Status = trip.State switch
        {
            TripState.UnderWay => RecordStatus.GoingHome,
            TripState.HandedOver or TripState.Returned => RecordStatus.Home,
            TripState.WrongPerson => RecordStatus.Open,
            _ => RecordStatus.Matched,
        };
        if (trip.State == TripState.WrongPerson && match.Decide(new Decision(NewId(), DecisionAction.Undo, deciders.Police, report.OrganisationId, sample.LastAt + shift, sample.Events[^1].Text)) is { Succeeded: false } undo) return undo.Problems.ToArray();
        await new ChangeWriter(db, clock).SaveAsync([Note("review.confirm", "match", match.Id), Note("trip.planned", "trip", id)], [person, report], ct);
        return true;
    }

    private async Task<CandidateMatch> MatchAsync(ReuniteDb db, StrandedPerson person, MissingReport report, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.CandidateMatches.Include(m => m.Decisions).SingleOrDefaultAsync(m => m.PersonId == person.Id && m.ReportId == report.Id, ct) is { } known) return known;
        var (p, r) = (reader.Read(person), reader.Read(report));
        var score = scorer.Score(p, r);
        var match = new CandidateMatch(NewId(), person.Id, report.Id, new MatchAssessment(score.Score, score.Prior, score.Probability, EvidenceJson.Write(score.Evidence), scorer.ModelVersion, PairExplainer.Fingerprint(p, r, scorer)), at);
        db.CandidateMatches.Add(match);
        return match;
    }

    private Problem? Confirm(CandidateMatch match, StrandedPerson person, MissingReport report, Deciders by, DateTimeOffset departs)
    {
        var first = match.Decide(new Decision(NewId(), DecisionAction.Confirm, by.Station, person.OrganisationId, Earlier(departs, days: 4), First));
        if (!first.Succeeded) return first.Problems[0];
        var second = match.Decide(new Decision(NewId(), DecisionAction.Confirm, by.Police, report.OrganisationId, Earlier(departs, days: 4).AddHours(3), Second));
        return second.Succeeded ? null : second.Problems[0];
    }

    /// <summary>Days before the departure, never in the future.</summary>
    private DateTimeOffset Earlier(DateTimeOffset departs, int days)
    {
        var (at, latest) = (departs.AddDays(-days), clock.GetUtcNow().AddHours(-2 * days));
        return at < latest ? at : latest;
    }

    private static async Task<Deciders?> DecidersAsync(ReuniteDb db, CancellationToken ct)
    {
        var accounts = await (from u in db.Users
                              join ur in db.UserRoles on u.Id equals ur.UserId
                              join r in db.Roles on ur.RoleId equals r.Id
                              orderby u.Id
                              select new { u.Id, r.Name }).ToListAsync(ct);
        return accounts.Find(a => a.Name == Role.StationManager) is { } manager && accounts.Find(a => a.Name == Role.PoliceLiaison) is { } liaison ? new Deciders(manager.Id, liaison.Id) : null;
    }

    private ChangeNote Note(string action, string subject, Guid id) => new(NewId(), DemoLoader.Actor, action, subject, id);

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private sealed record Deciders(Guid Station, Guid Police);
}
