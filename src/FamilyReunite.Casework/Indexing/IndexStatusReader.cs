using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <param name="Position">Outbox position of the last commit.</param>
/// <param name="Behind">Changes that the index has not taken in yet.</param>
/// <param name="LastAppliedAt">When the newest change that the index holds was made; null for an empty index.</param>
/// <param name="OldestWaitingAt">When the oldest waiting change was made; null when none waits.</param>
public sealed record IndexStatus(long Position, long Behind, DateTimeOffset? LastAppliedAt, DateTimeOffset? OldestWaitingAt);

/// <summary>How far the index is behind the database.</summary>
public sealed class IndexStatusReader(IIndexSource source, IDbContextFactory<ReuniteDb> databases)
{
    public async Task<Outcome<IndexStatus>> ReadAsync(CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var position = await index.PositionAsync(ct);
        var applied = await db.Outbox.Where(o => o.Position <= position).OrderByDescending(o => o.Position).Select(o => (DateTimeOffset?)o.At).FirstOrDefaultAsync(ct);
        var waiting = db.Outbox.Where(o => o.Position > position);
        return new IndexStatus(position, await waiting.LongCountAsync(ct), applied, await waiting.OrderBy(o => o.Position).Select(o => (DateTimeOffset?)o.At).FirstOrDefaultAsync(ct));
    }
}
