using FamilyReunite.Domain.Ledger;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Ledger;

/// <summary>The one way to write: what is tracked in <paramref name="db"/>, its audit rows and its outbox rows go into one transaction.</summary>
public sealed class ChangeWriter(ReuniteDb db, TimeProvider clock, OutboxSignal? signal = null)
{
    /// <summary>True when this write id has been carried out before.</summary>
    public Task<bool> WasWrittenAsync(Guid writeId, CancellationToken ct) => db.AuditEntries.AnyAsync(a => a.WriteId == writeId, ct);

    /// <summary>Waits until no other server writes; within a caller's transaction, before it reads what its write depends on. <see cref="SaveAsync(ChangeNote, CancellationToken, IReadOnlyList{CaseRecord})"/> waits by itself, but only then.</summary>
    public Task TakeTurnAsync(CancellationToken ct) => AuditLock.TakeAsync(db, ct);

    /// <param name="changed">Records whose facts or state this write changes: their version rises and the index follows.</param>
    public Task<WriteResult> SaveAsync(ChangeNote note, CancellationToken ct, params IReadOnlyList<CaseRecord> changed) => SaveAsync([note], changed, ct);

    /// <summary>Several audit rows in one transaction; the first note's write id decides whether it is a repeat.</summary>
    /// <exception cref="ArgumentException">A write id is empty: the second such write would be taken for a repeat of the first and lost.</exception>
    public async Task<WriteResult> SaveAsync(IReadOnlyList<ChangeNote> notes, IReadOnlyList<CaseRecord> changed, CancellationToken ct)
    {
        if (notes.Any(n => n.WriteId == Guid.Empty)) throw new ArgumentException("Every write needs an id.", nameof(notes));
        var outer = db.Database.CurrentTransaction;
        var transaction = outer is null ? await db.Database.BeginTransactionAsync(ct) : null;
        try
        {
            await AuditLock.TakeAsync(db, ct);
            if (await WasWrittenAsync(notes[0].WriteId, ct)) return Forget(WriteResult.Repeated);
            var now = clock.GetUtcNow();
            foreach (var record in changed.Distinct())
            {
                record.Touch(now);
                db.Outbox.Add(new OutboxEntry(record.Kind, record.Id, record.Version, now));
            }
            await AppendAsync(notes, now, ct);
            await db.SaveChangesAsync(ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
            if (changed.Count > 0) signal?.Pulse();
            return WriteResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Forget(WriteResult.Conflict);
        }
        finally
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
    }

    private WriteResult Forget(WriteResult result)
    {
        db.ChangeTracker.Clear();
        return result;
    }

    private async Task AppendAsync(IReadOnlyList<ChangeNote> notes, DateTimeOffset now, CancellationToken ct)
    {
        var head = await db.AuditHeads.SingleOrDefaultAsync(ct);
        if (head is null) db.AuditHeads.Add(head = new AuditHead());
        else await db.Entry(head).ReloadAsync(ct);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        foreach (var n in notes)
        {
            var entry = AuditHash.Seal(new AuditEntry(head.Sequence + 1, n.WriteId, at, n.Actor.AccountId, n.Actor.Role, n.Actor.OrganisationId, n.Actor.From, n.Action, n.SubjectKind, n.SubjectId, n.Detail, head.Hash, ""));
            db.AuditEntries.Add(entry);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
    }
}
