using FamilyReunite.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Ledger;

public enum AuditFault { None, Missing, Reordered, Altered, TailRemoved }

/// <param name="Rows">Rows that hold, counted from the first.</param>
/// <param name="BrokenAt">Sequence of the first row that does not hold.</param>
public sealed record AuditVerdict(long Rows, AuditFault Fault, long? BrokenAt);

/// <summary>Walks the audit chain from the first row to the head.</summary>
public sealed class AuditVerifier(ReuniteDb db)
{
    public async Task<AuditVerdict> VerifyAsync(CancellationToken ct)
    {
        var previous = AuditEntry.NoHash;
        long rows = 0;
        await foreach (var e in db.AuditEntries.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (e.Sequence != rows + 1) return new AuditVerdict(rows, AuditFault.Missing, rows + 1);
            if (AuditHash.Compute(e) != e.Hash) return new AuditVerdict(rows, AuditFault.Altered, e.Sequence);
            if (e.PreviousHash != previous) return new AuditVerdict(rows, AuditFault.Reordered, e.Sequence);
            previous = e.Hash;
            rows++;
        }
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        var end = head ?? new AuditHead();
        return end.Sequence == rows && end.Hash == previous ? new AuditVerdict(rows, AuditFault.None, null) : new AuditVerdict(rows, AuditFault.TailRemoved, rows + 1);
    }
}
