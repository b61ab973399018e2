using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <param name="Position">Outbox position of the last commit.</param>
/// <param name="Behind">Changes that the index has not taken in yet.</param>
/// <param name="LastAppliedAt">When the newest change that the index holds was made; null for an empty index.</param>
/// <param name="OldestWaitingAt">When the oldest waiting change was made; null when none waits.</param>
/// <param name="Away">Why the index cannot be reached at the moment; the figures then speak of when it was seen last.</param>
public sealed record IndexStatus(long Position, long Behind, DateTimeOffset? LastAppliedAt, DateTimeOffset? OldestWaitingAt, Problem? Away = null);

/// <summary>How far the index is behind the database.</summary>
public sealed class IndexStatusReader(IIndexSource source, IDbContextFactory<ReuniteDb> databases, SeenPosition? seen = null)
{
    private readonly SeenPosition _seen = seen ?? new SeenPosition();

    /// <summary>While the cluster is away, what waits behind the position last seen: at least so much is not in the index.</summary>
    public async Task<Outcome<IndexStatus>> ReadAsync(CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        Problem? away = null;
        try
        {
            _seen.Value = await index.PositionAsync(ct);
        }
        catch (ElasticException e) when (_seen.Value is null)
        {
            return e.Problem;
        }
        catch (ElasticException e)
        {
            // the position last seen still holds: nothing moves it while the cluster is away
            away = e.Problem;
        }
        await using var db = await databases.CreateDbContextAsync(ct);
        var position = _seen.Value ?? 0;
        var applied = await db.Outbox.Where(o => o.Position <= position).OrderByDescending(o => o.Position).Select(o => (DateTimeOffset?)o.At).FirstOrDefaultAsync(ct);
        var waiting = db.Outbox.Where(o => o.Position > position);
        return new IndexStatus(position, await waiting.LongCountAsync(ct), applied, await waiting.OrderBy(o => o.Position).Select(o => (DateTimeOffset?)o.At).FirstOrDefaultAsync(ct), away);
    }
}
