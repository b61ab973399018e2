using FamilyReunite.Casework.Faces;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Indexing;

public enum RebuildReason { None, MadeOtherwise, Empty, AheadOfDatabase }

/// <param name="Changed">Records that changed since the last call, each once.</param>
/// <param name="Rebuilt">Why the index was built anew; <see cref="RebuildReason.None"/> when it was only fed.</param>
public sealed record IndexFed(IReadOnlyList<ChangedRecord> Changed, RebuildReason Rebuilt);

/// <summary>Brings the index up to the database; one at a time. An index that cannot be trusted is rebuilt.</summary>
public sealed class IndexFeeder(IIndexSource source, IDbContextFactory<ReuniteDb> databases, OutboxFeed feed, IndexRebuilder rebuilder, IndexStamp stamp, FaceFeed faces, ILogger<IndexFeeder> log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _trusted;

    /// <returns><c>index.locked</c> while another process holds the index, <c>elastic.…</c> while a cluster does not do its part; what waits is kept.</returns>
    public async Task<Outcome<IndexFed>> CatchUpAsync(IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        await _gate.WaitAsync(ct);
        try
        {
            if (!_trusted)
            {
                var reason = await ReasonToRebuildAsync(index, ct);
                if (reason != RebuildReason.None) return await RebuildAsync(index, reason, progress, ct);
                _trusted = true;
            }
            return await WithFacesAsync(new IndexFed(await feed.ApplyAsync(index, progress, ct), RebuildReason.None), ct);
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

    private async Task<Outcome<IndexFed>> RebuildAsync(ICandidateIndex index, RebuildReason reason, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        log.IndexRebuildNeeded(reason);
        var before = await index.PositionAsync(ct);
        var rebuilt = await rebuilder.RebuildAsync(progress, ct);
        if (!rebuilt.Succeeded) return rebuilt.Problems.ToArray();
        _trusted = true;
        return await WithFacesAsync(new IndexFed(await feed.ChangedSinceAsync(before, ct), reason), ct);
    }

    /// <summary>Faces follow the records they are of, so that whoever is compared next finds both.</summary>
    private async Task<IndexFed> WithFacesAsync(IndexFed fed, CancellationToken ct)
    {
        await faces.FollowAsync([.. fed.Changed.Select(c => c.Id)], ct);
        return fed;
    }

    private async Task<RebuildReason> ReasonToRebuildAsync(ICandidateIndex index, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var last = await db.Outbox.MaxAsync(o => (long?)o.Position, ct) ?? 0;
        var position = await index.PositionAsync(ct);
        if (position > last) return RebuildReason.AheadOfDatabase;
        if (position > 0) return await stamp.FitsAsync(index, ct) ? RebuildReason.None : RebuildReason.MadeOtherwise;
        // a short outbox is read from its first row, so that its records count as changed; a long one is quicker built anew
        if (last > OutboxFeed.BatchSize) return RebuildReason.Empty;
        stamp.Write(index);
        return RebuildReason.None;
    }
}
