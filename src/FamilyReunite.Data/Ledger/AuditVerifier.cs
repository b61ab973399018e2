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
        while (true)
        {
            var seen = rows;
            await foreach (var e in db.AuditEntries.AsNoTracking().Where(a => a.Sequence > seen).OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (e.Sequence != rows + 1) return new AuditVerdict(rows, AuditFault.Missing, rows + 1);
                if (AuditHash.Compute(e) != e.Hash) return new AuditVerdict(rows, AuditFault.Altered, e.Sequence);
                if (e.PreviousHash != previous) return new AuditVerdict(rows, AuditFault.Reordered, e.Sequence);
                previous = e.Hash;
                rows++;
            }
            var end = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct) ?? new AuditHead();
            if (end.Sequence == rows && end.Hash == previous) return new AuditVerdict(rows, AuditFault.None, null);
            // a running server wrote on between the two reads: its rows are read too
            if (end.Sequence <= rows || !await db.AuditEntries.AnyAsync(a => a.Sequence > rows, ct)) return new AuditVerdict(rows, AuditFault.TailRemoved, rows + 1);
        }
    }
}
