using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.People;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>Reads one pair for a reviewer.</summary>
public sealed class CaseReader(ReuniteDb db, HistoryReader history, ReadWords words, TimeProvider clock)
{
    /// <summary>Null when there is no such pair or it is not the caller's to see: both alike. A withdrawn pair is no longer shown.</summary>
    public async Task<CaseView?> ReadAsync(Caller caller, Guid matchId, CancellationToken ct)
    {
        var match = await db.ReviewableFor(caller).AsNoTracking().Include(m => m.Decisions).SingleOrDefaultAsync(m => m.Id == matchId && m.State != MatchState.Withdrawn, ct);
        if (match is null) return null;
        var person = await db.StrandedPersons.AsNoTracking().Include(p => p.Facts).Include(p => p.Attachments).SingleAsync(p => p.Id == match.PersonId, ct);
        var report = await db.MissingReports.AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).SingleAsync(r => r.Id == match.ReportId, ct);
        var organisations = await ConcernedAsync(person, report, ct);
        var own = await db.PeopleFor(caller).AnyAsync(p => p.Id == person.Id, ct);
        var ownReport = await db.ReportsFor(caller).AnyAsync(r => r.Id == report.Id, ct);
        var first = match.FirstConfirmation;
        var elsewhere = await db.CandidateMatches.AnyAsync(m => m.Id != match.Id && m.State == MatchState.Confirmed && (m.PersonId == person.Id || m.ReportId == report.Id), ct);
        return new CaseView(
            match.Id, match.Version, match.State, match.Probability, match.EarlierProbability, match.EvidenceChangedAt, clock.GetUtcNow(),
            Side(person, organisations, own), Side(report, organisations, ownReport),
            FactTopics.Of(person, report, caller), EvidenceTable.Read(match.EvidenceJson, match.Prior, match.Score),
            await history.ReadAsync(caller, match.PersonId, match.ReportId, match.Id, ct), elsewhere,
            [.. organisations.Where(o => o.Id != (first?.OrganisationId ?? caller.OrganisationId)).Select(o => o.Name)],
            TurnOf(match, first, caller));
    }

    private static ConfirmTurn TurnOf(CandidateMatch match, Decision? first, Caller caller) => match.State switch
    {
        MatchState.Confirmed or MatchState.Rejected or MatchState.Withdrawn => ConfirmTurn.None,
        MatchState.AwaitingSecond => first!.By == caller.AccountId || first.OrganisationId == caller.OrganisationId ? ConfirmTurn.Waiting : ConfirmTurn.Second,
        _ => ConfirmTurn.First,
    };

    /// <summary>Whose people may decide about the pair: both keepers and the police of either district.</summary>
    private async Task<List<Organisation>> ConcernedAsync(StrandedPerson person, MissingReport report, CancellationToken ct)
    {
        var all = await db.Organisations.AsNoTracking().ToListAsync(ct);
        return [.. all.Where(o => o.Id == person.OrganisationId || o.Id == report.OrganisationId
            || (o.Kind == OrganisationKind.Police && (person.District.StartsWith(o.District, StringComparison.Ordinal) || report.District.StartsWith(o.District, StringComparison.Ordinal))))
            .OrderBy(o => o.Id)];
    }

    private CaseSide Side(CaseRecord record, List<Organisation> organisations, bool own)
    {
        var keeper = organisations.Single(o => o.Id == record.OrganisationId);
        return new CaseSide(RecordLine.Of(record, words), keeper.Name, keeper.Telephone, own, Ages.MayBeMinor(record, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), words), [.. record.Attachments.Where(a => a.Kind == AttachmentKind.Photo).OrderBy(a => a.AddedAt).Select(a => a.Id)]);
    }
}
