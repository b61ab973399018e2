using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using Microsoft.Extensions.Logging;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>The index in a cluster, shared by several servers. Every method is thread-safe and throws <see cref="ElasticException"/> when the cluster does not do its part.</summary>
public sealed class ElasticCandidateIndex : ICandidateIndex, IDisposable
{
    private const string PositionId = "position";
    private const int PageSize = 5000;

    private readonly IElasticsearch _cluster;
    private readonly IndexLayout _layout;
    private readonly IndexGenerations _generations;
    private readonly BulkWriter _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private int _rebuilding;

    private ElasticCandidateIndex(IElasticsearch cluster, IndexLayout layout, IndexGenerations generations, BulkWriter writer) => (_cluster, _layout, _generations, _writer) = (cluster, layout, generations, writer);

    /// <summary>Looks whether the cluster can be used, and makes empty indices where there are none.</summary>
    /// <returns>A problem <c>elastic.…</c> that says what is wrong and what to do.</returns>
    public static async Task<Outcome<ElasticCandidateIndex>> OpenAsync(IElasticsearch cluster, ElasticOptions options, TimeProvider clock, ILogger<ElasticCandidateIndex> log, CancellationToken ct)
    {
        var layout = new IndexLayout(options);
        var generations = new IndexGenerations(cluster, layout, clock, log);
        var ready = await generations.EnsureAsync(ct).ConfigureAwait(false);
        return ready.Succeeded ? new ElasticCandidateIndex(cluster, layout, generations, new BulkWriter(cluster, options, clock, log)) : ready.Problems.ToArray();
    }

    public async Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var position = await PositionAsync(ct).ConfigureAwait(false);
            var net = NetChange.Of(changes);
            var items = new List<BulkItem>();
            var held = await HeldAsync(net, ct).ConfigureAwait(false);
            foreach (var (change, before) in net.Zip(held))
            {
                if (!change.Applies(before, outboxPosition < position)) continue;
                var alias = _layout.Alias(change.Last.Kind);
                items.Add(change.Document is { } d ? StoredRecord.Of(alias, d) : StoredRecord.Tombstone(alias, change.Last.RecordId, change.TombstoneVersion(before)));
            }
            if (items.Count > 0)
            {
                Require(await _writer.WriteAsync(items, toAliases: true, ct).ConfigureAwait(false));
                Require(await _cluster.RefreshAsync(string.Join(',', items.Select(i => i.Index).Distinct(StringComparer.Ordinal)), ct).ConfigureAwait(false));
            }
            // last, so that a batch cut short is taken in again as a whole
            if (outboxPosition > position) await WritePositionAsync(_layout.PositionAlias, toAlias: true, outboxPosition, ct).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async Task<long> PositionAsync(CancellationToken ct)
    {
        var doc = Require(await _cluster.GetAsync([(_layout.PositionAlias, PositionId)], [StoredRecord.RowVersion], ct).ConfigureAwait(false))[0];
        return Source(doc) is { } source ? source.GetProperty(StoredRecord.RowVersion).GetInt64() : 0;
    }

    public Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct) => new TokenQuery(_cluster, _layout.Alias(query.Target), query).BestAsync(ct);

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

    /// <exception cref="InvalidOperationException">This server has a rebuild under way already.</exception>
    public async Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct)
    {
        if (Interlocked.CompareExchange(ref _rebuilding, 1, 0) != 0) throw new InvalidOperationException("An index rebuild is already under way.");
        try
        {
            var generation = Require(await _generations.MakeAsync(ct).ConfigureAwait(false));
            return new ElasticRebuild(
                (documents, c) => FillAsync(generation, documents, c),
                (position, c) => SwapAsync(generation, position, c),
                () => AbandonAsync(generation));
        }
        catch
        {
            Interlocked.Exchange(ref _rebuilding, 0);
            throw;
        }
    }

    public void Dispose() => _writing.Dispose();

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

    private async Task WritePositionAsync(string index, bool toAlias, long position, CancellationToken ct)
    {
        var document = new JsonObject { [StoredRecord.Id] = PositionId, [StoredRecord.RowVersion] = position };
        Require(await _writer.WriteAsync([new BulkItem(index, PositionId, position, document)], toAlias, ct).ConfigureAwait(false));
    }

    private async Task FillAsync(string generation, IReadOnlyList<IndexDocument> documents, CancellationToken ct) =>
        Require(await _writer.WriteAsync([.. documents.Select(d => StoredRecord.Of(IndexLayout.Index(_layout.Alias(d.Kind), generation), d))], toAliases: false, ct).ConfigureAwait(false));

    private async Task SwapAsync(string generation, long position, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await WritePositionAsync(IndexLayout.Index(_layout.PositionAlias, generation), toAlias: false, position, ct).ConfigureAwait(false);
            Require(await _cluster.RefreshAsync(string.Join(',', _layout.Aliases.Select(a => IndexLayout.Index(a, generation))), ct).ConfigureAwait(false));
            Require(await _generations.PointAsync(generation, position, ct).ConfigureAwait(false));
        }
        finally
        {
            _writing.Release();
        }
        Interlocked.Exchange(ref _rebuilding, 0);
    }

    private async Task AbandonAsync(string generation)
    {
        await _generations.AbandonAsync(generation, CancellationToken.None).ConfigureAwait(false);
        Interlocked.Exchange(ref _rebuilding, 0);
    }
}
