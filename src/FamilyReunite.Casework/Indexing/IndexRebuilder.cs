using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <param name="Records">Records in the new index before it caught up with the outbox.</param>
/// <param name="CaughtUp">Records that changed while it was built.</param>
public sealed record IndexRebuilt(long Records, int CaughtUp);

/// <summary>Builds the index anew from the database, beside the one in use, and swaps. Cancelled half-way it leaves the old one as it was.</summary>
public sealed class IndexRebuilder(IIndexSource source, IDbContextFactory<ReuniteDb> databases, IndexDocuments documents, OutboxFeed feed, IndexStamp stamp) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <returns><c>index.locked</c> or <c>index.rebuilding</c> when it cannot begin, <c>elastic.…</c> when the cluster does not do its part.</returns>
    public async Task<Outcome<IndexRebuilt>> RebuildAsync(IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        if (!await _gate.WaitAsync(TimeSpan.Zero, ct)) return new Problem("index.rebuilding");
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // taken before the first read: what changes while we build is behind it and is fed afterwards
            var position = await db.Outbox.MaxAsync(o => (long?)o.Position, ct) ?? 0;
            var ids = await db.Records.Select(r => r.Id).ToListAsync(ct);
            await using var build = await index.BeginRebuildAsync(ct);
            long done = 0;
            foreach (var chunk in ids.Chunk(ClueSource.ChunkSize))
            {
                var records = await ClueSource.LoadAsync(db, chunk, ct);
                await build.AddAsync(documents.Of(records, ct), ct);
                done += records.Count;
                progress?.Report(new WorkProgress(done, ids.Count));
            }
            await build.SwapAsync(position, ct);
            stamp.Write(index);
            return new IndexRebuilt(done, (await feed.ApplyAsync(index, null, ct)).Count);
        }
        catch (ElasticException e)
        {
            return e.Problem;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
