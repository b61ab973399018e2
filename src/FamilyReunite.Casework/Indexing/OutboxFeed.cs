using FamilyReunite.Data;
using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>A record that changed since the index last looked.</summary>
public readonly record struct ChangedRecord(RecordKind Kind, Guid Id);

/// <summary>Carries outbox rows behind the index's position into it, batch by batch; each commit carries the position of its last row.</summary>
public sealed class OutboxFeed(IDbContextFactory<ReuniteDb> databases, IndexDocuments documents, ClueCache clues, SeenPosition seenPosition)
{
    /// <summary>Outbox rows per commit.</summary>
    public const int BatchSize = 500;

    /// <returns>The records that changed, each once, in order of their first change.</returns>
    public async Task<IReadOnlyList<ChangedRecord>> ApplyAsync(ICandidateIndex index, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var changed = new List<ChangedRecord>();
        var seen = new HashSet<Guid>();
        await using var db = await databases.CreateDbContextAsync(ct);
        var position = await index.PositionAsync(ct);
        seenPosition.Value = position;
        long done = 0;
        var total = await db.Outbox.LongCountAsync(o => o.Position > position, ct);
        while (true)
        {
            var rows = await db.Outbox.AsNoTracking().Where(o => o.Position > position).OrderBy(o => o.Position).Take(BatchSize).ToListAsync(ct);
            if (rows.Count == 0) return changed;
            await index.FeedAsync(await ChangesAsync(db, rows, ct), position, rows[^1].Position, ct);
            changed.AddRange(rows.Where(r => seen.Add(r.RecordId)).Select(r => new ChangedRecord(r.Kind, r.RecordId)));
            // asked, not remembered: another server may have built the index anew meanwhile
            position = await index.PositionAsync(ct);
            seenPosition.Value = position;
            done += rows.Count;
            progress?.Report(new WorkProgress(done, Math.Max(done, total)));
        }
    }

    /// <summary>The records with outbox rows behind a position, each once.</summary>
    public async Task<IReadOnlyList<ChangedRecord>> ChangedSinceAsync(long position, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Outbox.Where(o => o.Position > position).Select(o => new { o.Kind, o.RecordId }).Distinct().ToListAsync(ct);
        return rows.ConvertAll(r => new ChangedRecord(r.Kind, r.RecordId));
    }

    private async Task<IReadOnlyList<IndexChange>> ChangesAsync(ReuniteDb db, IReadOnlyList<OutboxEntry> rows, CancellationToken ct)
    {
        var kinds = rows.DistinctBy(r => r.RecordId).ToDictionary(r => r.RecordId, r => r.Kind);
        var records = await ClueSource.LoadAsync(db, kinds.Keys, ct);
        var made = documents.Of(records, ct).ToDictionary(d => d.RecordId);
        foreach (var gone in kinds.Keys.Where(id => !made.ContainsKey(id))) clues.Forget(gone);
        return [.. kinds.Select(k => new IndexChange(k.Key, k.Value, made.GetValueOrDefault(k.Key)))];
    }
}
