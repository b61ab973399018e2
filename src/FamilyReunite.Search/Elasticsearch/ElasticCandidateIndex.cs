using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.Logging;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>The index in a cluster, shared by several servers. Every method is thread-safe and throws <see cref="ElasticException"/> when the cluster does not do its part.</summary>
public sealed class ElasticCandidateIndex : ISharedIndex, IDisposable
{
    private const int PageSize = 5000;

    /// <summary>A server that rebuilds and says nothing for so long is taken for dead.</summary>
    private static readonly TimeSpan RebuildLife = TimeSpan.FromMinutes(5);

    private readonly IElasticsearch _cluster;
    private readonly ElasticOptions _options;
    private readonly IndexLayout _layout;
    private readonly IndexGenerations _generations;
    private readonly BulkWriter _writer;
    private readonly ClusterLease _rebuilding;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private int _building;

    private ElasticCandidateIndex(IElasticsearch cluster, ElasticOptions options, TimeProvider clock, ILogger log)
    {
        (_cluster, _options, _layout) = (cluster, options, new IndexLayout(options));
        var holder = StoredRecord.Key(Guid.CreateVersion7(clock.GetUtcNow()));
        _rebuilding = new ClusterLease(cluster, _layout.LeaseIndex, "rebuild", holder, RebuildLife, clock);
        _generations = new IndexGenerations(cluster, _layout, _rebuilding, clock, log);
        _writer = new BulkWriter(cluster, options, clock, log);
    }

    /// <summary>Looks whether the cluster can be used, and makes empty indices where there are none.</summary>
    /// <returns>A problem <c>elastic.…</c> that says what is wrong and what to do.</returns>
    public static async Task<Outcome<ElasticCandidateIndex>> OpenAsync(IElasticsearch cluster, ElasticOptions options, TimeProvider clock, ILogger<ElasticCandidateIndex> log, CancellationToken ct)
    {
        var index = new ElasticCandidateIndex(cluster, options, clock, log);
        var ready = await index._generations.EnsureAsync(ct).ConfigureAwait(false);
        if (ready.Succeeded) return index;
        index.Dispose();
        return ready.Problems.ToArray();
    }

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct) => FeedAsync(changes, 0, outboxPosition, ct);

    public async Task FeedAsync(IReadOnlyList<IndexChange> changes, long after, long outboxPosition, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var state = await StateAsync(ct).ConfigureAwait(false);
            if (state.Position < after) return;
            RequireOurs(state);
            var net = NetChange.Of(changes);
            var items = new List<BulkItem>();
            var held = await HeldAsync(net, ct).ConfigureAwait(false);
            foreach (var (change, before) in net.Zip(held))
            {
                if (!change.Applies(before, outboxPosition < state.Position)) continue;
                var alias = _layout.Alias(change.Last.Kind);
                items.Add(change.Document is { } d ? StoredRecord.Of(alias, d) : StoredRecord.Tombstone(alias, change.Last.RecordId, change.TombstoneVersion(before)));
            }
            if (items.Count > 0) Require(await _writer.WriteAsync(items, toAliases: true, ct).ConfigureAwait(false));
            // what a lost answer hid is held already and only needs to be seen
            if (net.Count > 0) Require(await _cluster.RefreshAsync(string.Join(',', net.Select(c => _layout.Alias(c.Last.Kind)).Distinct(StringComparer.Ordinal)), ct).ConfigureAwait(false));
            // last, so that a batch cut short is taken in again as a whole
            if (outboxPosition > state.Position) await WriteStateAsync(_layout.PositionAlias, toAlias: true, new IndexState(outboxPosition, state.Era, _options.MadeWith), ct).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task<long> PositionAsync(CancellationToken ct) => (await StateAsync(ct).ConfigureAwait(false)).Position;

    public async Task<string?> MadeWithAsync(CancellationToken ct) => (await StateAsync(ct).ConfigureAwait(false)).MadeWith;

    public async Task PurgeAsync(CancellationToken ct) => Require(await _cluster.ExpungeAsync(string.Join(',', _layout.Aliases), ct).ConfigureAwait(false));

    public async Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct) => (await SearchAllAsync([query], ct).ConfigureAwait(false))[0];

    public Task<IReadOnlyList<IReadOnlyList<IndexHit>>> SearchAllAsync(IReadOnlyList<CandidateQuery> queries, CancellationToken ct) => new TokenQueries(_cluster, _layout).BestAsync(queries, ct);

    public async Task<long> CountAsync(RecordKind kind, CancellationToken ct) => Require(await _cluster.CountAsync(_layout.Alias(kind), LiveOnly(), ct).ConfigureAwait(false));

    public async IAsyncEnumerable<(Guid RecordId, RecordKind Kind, long Version)> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            for (string? after = null; ;)
            {
                var page = new JsonObject
                {
                    ["size"] = PageSize,
                    ["track_total_hits"] = false,
                    ["_source"] = new JsonArray(StoredRecord.RowVersion),
                    ["query"] = LiveOnly(),
                    ["sort"] = new JsonArray(new JsonObject { [StoredRecord.Id] = "asc" }),
                };
                if (after is not null) page["search_after"] = new JsonArray(after);
                var hits = Require(await _cluster.SearchAsync(_layout.Alias(kind), page, ct).ConfigureAwait(false)).GetProperty("hits").GetProperty("hits");
                foreach (var hit in hits.EnumerateArray())
                {
                    after = hit.GetProperty("_id").GetString()!;
                    yield return (Guid.ParseExact(after, "N"), kind, hit.GetProperty("_source").GetProperty(StoredRecord.RowVersion).GetInt64());
                }
                if (hits.GetArrayLength() < PageSize) break;
            }
        }
    }

    /// <exception cref="ElasticException"><c>index.rebuilding</c>: this or another server has a rebuild under way.</exception>
    public async Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct)
    {
        if (Interlocked.CompareExchange(ref _building, 1, 0) != 0) throw Rebuilding();
        try
        {
            await RequireRightAsync(ct).ConfigureAwait(false);
            Require(await _generations.ClearAsync(null, ct).ConfigureAwait(false));
            var generation = Require(await _generations.MakeAsync(ct).ConfigureAwait(false));
            return new ElasticRebuild(
                (documents, c) => FillAsync(generation, documents, c),
                (position, c) => SwapAsync(generation, position, c),
                () => AbandonAsync(generation));
        }
        catch
        {
            await EndRebuildAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A right to rebuild that is still held lapses by itself.</summary>
    public void Dispose()
    {
        _writing.Dispose();
        _rebuilding.Dispose();
    }

    private static ElasticException Rebuilding() => new(new Problem("index.rebuilding"));

    private static JsonObject LiveOnly() => new() { ["term"] = new JsonObject { [StoredRecord.Live] = true } };

    private static JsonElement? Source(JsonElement doc) => doc.TryGetProperty("found", out var found) && found.GetBoolean() ? doc.GetProperty("_source") : null;

    /// <summary>What is held of each, in the same order.</summary>
    private async Task<IReadOnlyList<Held?>> HeldAsync(IReadOnlyList<NetChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0) return [];
        var ids = changes.Select(c => (_layout.Alias(c.Last.Kind), StoredRecord.Key(c.Last.RecordId))).ToList();
        var docs = Require(await _cluster.GetAsync(ids, [StoredRecord.RowVersion, StoredRecord.Live], ct).ConfigureAwait(false));
        return [.. docs.EnumerateArray().Select(d => Source(d) is { } s ? new Held(s.GetProperty(StoredRecord.RowVersion).GetInt64(), !s.GetProperty(StoredRecord.Live).GetBoolean()) : (Held?)null)];
    }

    private async Task<IndexState> StateAsync(CancellationToken ct) =>
        IndexState.Of(Require(await _cluster.GetAsync([IndexState.At(_layout.PositionAlias)], IndexState.Fields, ct).ConfigureAwait(false))[0]);

    /// <summary>Tokens of two keys or builds in one index would not find one another.</summary>
    private void RequireOurs(IndexState state)
    {
        if (state.MadeWith is { } other && other != _options.MadeWith) throw new ElasticException(new Problem("elastic.made-otherwise"));
    }

    private async Task RequireRightAsync(CancellationToken ct)
    {
        if (!Require(await _rebuilding.HoldAsync(ct).ConfigureAwait(false))) throw Rebuilding();
    }

    private async Task WriteStateAsync(string index, bool toAlias, IndexState state, CancellationToken ct) =>
        Require(await _writer.WriteAsync([state.ToItem(index)], toAlias, ct).ConfigureAwait(false));

    private async Task FillAsync(string generation, IReadOnlyList<IndexDocument> documents, CancellationToken ct)
    {
        await RequireRightAsync(ct).ConfigureAwait(false);
        Require(await _writer.WriteAsync([.. documents.Select(d => StoredRecord.Of(IndexLayout.Index(_layout.Alias(d.Kind), generation), d))], toAliases: false, ct).ConfigureAwait(false));
    }

    private async Task SwapAsync(string generation, long position, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await RequireRightAsync(ct).ConfigureAwait(false);
            var era = (await StateAsync(ct).ConfigureAwait(false)).Era + 1;
            await WriteStateAsync(IndexLayout.Index(_layout.PositionAlias, generation), toAlias: false, new IndexState(position, era, _options.MadeWith), ct).ConfigureAwait(false);
            Require(await _cluster.RefreshAsync(string.Join(',', _layout.Aliases.Select(a => IndexLayout.Index(a, generation))), ct).ConfigureAwait(false));
            Require(await _generations.PointAsync(generation, position, ct).ConfigureAwait(false));
        }
        finally
        {
            _writing.Release();
        }
        await EndRebuildAsync().ConfigureAwait(false);
    }

    private async Task AbandonAsync(string generation)
    {
        await _generations.ClearAsync(generation, CancellationToken.None).ConfigureAwait(false);
        await EndRebuildAsync().ConfigureAwait(false);
    }

    private async Task EndRebuildAsync()
    {
        await _rebuilding.ReleaseAsync().ConfigureAwait(false);
        Interlocked.Exchange(ref _building, 0);
    }
}
