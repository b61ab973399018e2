using FamilyReunite.Casework.Records;
using FamilyReunite.Data;
using FamilyReunite.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review;

/// <summary>Reads records as lines, only the facts that a line needs. Access is the caller's affair.</summary>
public sealed class RecordLines(ReuniteDb db, ReadWords words)
{
    public async Task<IReadOnlyDictionary<Guid, RecordLine>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        FactKind[] kinds = RecordLine.Kinds;
        var records = await db.Records.AsNoTracking().Include(r => r.Facts.Where(f => kinds.Contains(f.Kind))).Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        return records.ToDictionary(r => r.Id, r => RecordLine.Of(r, words));
    }
}
