using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Records;

/// <summary>Reads one record with its candidates for a page, and notes who looked.</summary>
public sealed class RecordReader(ReuniteDb db, ViewLog views, ReadWords words, TimeProvider clock)
{
    /// <summary>Null when there is no such record or it is not the caller's to see.</summary>
    public async Task<RecordView?> ReadAsync(Caller caller, RecordKind kind, Guid id, CancellationToken ct)
    {
        var query = kind == RecordKind.FieldContact ? db.ContactsFor(caller).Include(c => c.Visits) : db.RecordsFor(caller, kind);
        if (await query.AsNoTracking().Include(r => r.Facts).Include(r => r.Attachments).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } record) return null;
        var isOwn = record.OrganisationId == caller.OrganisationId && IntakeDesk.MayWrite(caller, kind);
        await views.NoteAsync(caller, IntakeDesk.Subject(kind) + ".viewed", IntakeDesk.Subject(kind), id, ct);
        var keeper = await db.Organisations.Where(o => o.Id == record.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var candidates = await CandidatesAsync(caller, kind, id, ct);
        var names = await NamesAsync([.. record.Facts.Select(f => f.RecordedBy).OfType<Guid>()], ct);
        var groups = FactGrouping.Of(record, names);
        if (!FamilyContact.IsFor(caller, record)) groups = [.. groups.Where(g => !FamilyContact.Is(g.Kind))];
        return new RecordView(record, RowOf.Record(record, words, clock.GetUtcNow(), candidates.Count), keeper, isOwn, groups, candidates);
    }

    /// <summary>Display names of accounts.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
    }

    private async Task<IReadOnlyList<CandidateLine>> CandidatesAsync(Caller caller, RecordKind kind, Guid id, CancellationToken ct)
    {
        if (kind == RecordKind.FieldContact) return [];
        var matches = await db.MatchesFor(caller).AsNoTracking().Where(m => (m.PersonId == id || m.ReportId == id) && m.State != MatchState.Withdrawn).OrderByDescending(m => m.Probability).ThenBy(m => m.Id).Take(50).ToListAsync(ct);
        var others = matches.Select(m => kind == RecordKind.Stranded ? m.ReportId : m.PersonId).ToList();
        var otherKind = kind == RecordKind.Stranded ? RecordKind.Missing : RecordKind.Stranded;
        var records = await db.RecordsFor(caller, otherKind).AsNoTracking().Include(r => r.Facts).Where(r => others.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return [.. matches.Select(m => (Match: m, Other: kind == RecordKind.Stranded ? m.ReportId : m.PersonId)).Where(x => records.ContainsKey(x.Other)).Select(x =>
            new CandidateLine(x.Match.Id, x.Match.State, x.Match.Probability, x.Match.FirstProposedAt, RowOf.Record(records[x.Other], words, clock.GetUtcNow(), 0)))];
    }
}
