using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Import;

/// <param name="Added">Records made.</param>
internal readonly record struct BatchTally(int Added, int Updated, int Unchanged);

/// <summary>Writes one batch of drafts in one transaction; when somebody changed one of the records meanwhile, the batch is read and brought in again.</summary>
internal sealed class BatchWriter(IDbContextFactory<ReuniteDb> databases, TimeProvider clock, OutboxSignal? signal, RecordKind kind, Actor actor)
{
    private const int Attempts = 5;

    /// <exception cref="DbUpdateConcurrencyException">The records changed under every attempt.</exception>
    public async Task<BatchTally> WriteAsync(IReadOnlyList<(RecordDraft Draft, IReadOnlyList<Attachment> Files)> batch, OrganisationChoice organisations, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await TryAsync(batch, organisations, ct) is { } tally) return tally;
        }
        throw new DbUpdateConcurrencyException("The records of one batch changed under every attempt to save it.");
    }

    private async Task<BatchTally?> TryAsync(IReadOnlyList<(RecordDraft Draft, IReadOnlyList<Attachment> Files)> batch, OrganisationChoice organisations, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var records = await FindAsync(db, [.. batch.Select(b => b.Draft.SourceId).Distinct()], ct);
        var deleted = await DeletedAsync(db, records, ct);
        var (made, touched, rows) = (new HashSet<CaseRecord>(), new HashSet<CaseRecord>(), 0);
        foreach (var (draft, files) in batch)
        {
            var now = clock.GetUtcNow();
            if (!records.TryGetValue(draft.SourceId, out var record))
            {
                record = Make(draft, organisations, now);
                made.Add(record);
                records[draft.SourceId] = record;
                RecordMerger.Apply(draft, record, files, now);
                db.Records.Add(record);
            }
            else if (RecordMerger.Apply(draft, record, [.. files.Where(f => !deleted.Contains((record.Id, f.Sha256)))], now)) touched.Add(record);
            else rows++;
        }
        touched.ExceptWith(made);
        var tally = new BatchTally(made.Count, touched.Count, rows);
        if (made.Count + touched.Count == 0) return tally;
        var subject = kind switch { RecordKind.Stranded => "person", RecordKind.Missing => "report", _ => "contact" };
        var notes = made.Select(r => Note(subject + ".imported", subject, r)).Concat(touched.Select(r => Note(subject + ".import-updated", subject, r))).ToList();
        var result = await new ChangeWriter(db, clock, signal).SaveAsync(notes, [.. made, .. touched], ct);
        return result == WriteResult.Conflict ? null : tally;
    }

    /// <summary>Photos that staff deleted: a file that brings them again does not put them back.</summary>
    private static async Task<HashSet<(Guid Record, string Sha256)>> DeletedAsync(ReuniteDb db, Dictionary<string, CaseRecord> records, CancellationToken ct)
    {
        var ids = records.Values.Select(r => r.Id).ToList();
        return [.. (await db.DeletedPictures.Where(d => ids.Contains(d.RecordId)).Select(d => new { d.RecordId, d.Sha256 }).ToListAsync(ct)).Select(d => (d.RecordId, d.Sha256))];
    }

    private async Task<Dictionary<string, CaseRecord>> FindAsync(ReuniteDb db, List<string> ids, CancellationToken ct)
    {
        List<CaseRecord> found = kind switch
        {
            RecordKind.Stranded => [.. await db.StrandedPersons.Include(r => r.Facts).Include(r => r.Attachments).Where(r => ids.Contains(r.SourceId!)).ToListAsync(ct)],
            RecordKind.Missing => [.. await db.MissingReports.Include(r => r.Facts).Include(r => r.Attachments).Where(r => ids.Contains(r.SourceId!)).ToListAsync(ct)],
            _ => [.. await db.FieldContacts.Include(r => r.Facts).Include(r => r.Attachments).Include(r => r.Visits).Where(r => ids.Contains(r.SourceId!)).ToListAsync(ct)],
        };
        return found.ToDictionary(r => r.SourceId!);
    }

    private CaseRecord Make(RecordDraft draft, OrganisationChoice organisations, DateTimeOffset now)
    {
        var keeper = draft.Organisation is { } name ? organisations.Named(name) ?? organisations.Default : organisations.Default;
        var (id, opened) = (Guid.CreateVersion7(now), draft.OpenedOn ?? now);
        CaseRecord record = kind switch
        {
            RecordKind.Stranded => new StrandedPerson(id, keeper.Id, keeper.District, opened),
            RecordKind.Missing => new MissingReport(id, keeper.Id, keeper.District, opened),
            _ => new FieldContact(id, keeper.Id, keeper.District, opened),
        };
        record.SourceId = draft.SourceId;
        return record;
    }

    private ChangeNote Note(string action, string subject, CaseRecord record) => new(Guid.CreateVersion7(clock.GetUtcNow()), actor, action, subject, record.Id);
}
