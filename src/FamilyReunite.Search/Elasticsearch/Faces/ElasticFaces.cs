using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Search.Faces;
using Microsoft.Extensions.Logging;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch.Faces;

/// <summary>The copy of an installation's face vectors in a cluster that several servers search. Disposable: it is made again from the installation's own file.
/// Vectors lie there behind a <see cref="FaceVeil"/>. Every method may be repeated, is thread-safe, and throws <see cref="ElasticException"/> when the cluster does not do its part.</summary>
/// <param name="key">Of the installation, the same on all its servers.</param>
public sealed class ElasticFaces(IElasticsearch cluster, ElasticOptions options, byte[] key, TimeProvider clock, ILogger<ElasticFaces> log)
{
    private const int PageSize = 5000;

    /// <summary>Ids in one question; clusters take 65,536.</summary>
    private const int IdsPerQuestion = 1000;

    private readonly FaceLayout _layout = new(options);
    private readonly ConcurrentDictionary<(string Contract, int Dimension), FaceVeil> _veils = new();
    private readonly BulkWriter _writer = new(cluster, options, clock, log);

    /// <summary>Makes the pack's index when there is none, and anew when it is of another layout.</summary>
    /// <exception cref="ElasticException"><c>elastic.not-ours</c> or <c>elastic.alias-two</c> for what a person must put right.</exception>
    public async Task EnsureAsync(string contract, int dimension, CancellationToken ct)
    {
        var (alias, indices) = (_layout.Alias(contract), Require(await cluster.IndicesAsync(_layout.Pattern, ct).ConfigureAwait(false)));
        var index = FaceLayout.Index(alias);
        if (indices.TryGetProperty(alias, out _)) throw new ElasticException(new Problem("elastic.not-ours", null, alias));
        var holders = GenerationCheck.Holders(indices, alias);
        if (holders.Count > 1) throw new ElasticException(new Problem("elastic.alias-two", null, alias, string.Join(", ", holders)));
        foreach (var name in holders.Append(index).Distinct(StringComparer.Ordinal))
        {
            if (!indices.TryGetProperty(name, out var held)) continue;
            var mappings = held.GetProperty("mappings");
            if (!GenerationCheck.IsOurs(mappings, out _)) throw new ElasticException(new Problem("elastic.not-ours", null, name));
            if (name == index && FaceLayout.Fits(mappings, dimension))
            {
                if (holders.Count == 0) Require(await cluster.MoveAliasesAsync([new AliasMove(alias, [], index)], ct).ConfigureAwait(false));
                return;
            }
            Require(await cluster.DeleteAsync(name, ct).ConfigureAwait(false));
        }
        Require(await cluster.CreateAsync(index, _layout.Body(contract, dimension), ct).ConfigureAwait(false));
    }

    /// <summary>Takes in or replaces; found by searches when this returns.</summary>
    public async Task PutAsync(string contract, IReadOnlyList<FaceDocument> faces, CancellationToken ct)
    {
        if (faces.Count == 0) return;
        var alias = _layout.Alias(contract);
        Require(await _writer.WriteAsync([.. faces.Select(f => FaceLayout.Put(alias, f, Stored(contract, f.Vector), StampOf(f)))], toAliases: true, ct).ConfigureAwait(false));
        Require(await cluster.RefreshAsync(alias, ct).ConfigureAwait(false));
    }

    /// <summary>Takes out the faces of records and of single photos, of whatever pack. No search and no look finds them when this returns; <see cref="PurgeAsync"/> takes them out of the files.</summary>
    /// <returns>How many were there.</returns>
    public async Task<int> RemoveAsync(IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> attachments, CancellationToken ct)
    {
        if (records.Count + attachments.Count == 0) return 0;
        // what was written and not refreshed yet is not found by the question that follows
        Require(await cluster.RefreshAsync(_layout.Pattern, ct).ConfigureAwait(false));
        var removed = 0;
        foreach (var (field, ids) in new[] { (FaceLayout.Record, records), (FaceLayout.Id, attachments) })
            foreach (var part in ids.Chunk(IdsPerQuestion)) removed += await RemoveAsync(field, part, ct).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Deletes the index of every pack but one, with its files; of all when that is null.</summary>
    public async Task DropAllButAsync(string? contract, CancellationToken ct)
    {
        var kept = contract is null ? null : _layout.Alias(contract);
        foreach (var index in Require(await cluster.IndicesAsync(_layout.Pattern, ct).ConfigureAwait(false)).EnumerateObject())
        {
            if (!GenerationCheck.IsOurs(index.Value.GetProperty("mappings"), out _) || (kept is not null && index.Name == FaceLayout.Index(kept))) continue;
            Require(await cluster.DeleteAsync(index.Name, ct).ConfigureAwait(false));
        }
    }

    /// <summary>What is held of a face that is as it should be.</summary>
    public string StampOf(FaceDocument face) => face.Stamp(key);

    /// <summary>The stamps of these photos as they are held now; what is not held is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> StampsAsync(string contract, IReadOnlyCollection<Guid> attachments, CancellationToken ct)
    {
        if (attachments.Count == 0) return new Dictionary<Guid, string>();
        var docs = Require(await cluster.GetAsync([.. attachments.Select(id => (_layout.Alias(contract), StoredRecord.Key(id)))], [FaceLayout.Stamp], ct).ConfigureAwait(false));
        return docs.EnumerateArray().Where(d => d.GetProperty("found").GetBoolean()).ToDictionary(d => Guid.ParseExact(d.GetProperty("_id").GetString()!, "N"), d => d.GetProperty("_source").GetProperty(FaceLayout.Stamp).GetString()!);
    }

    /// <summary>Photos that are held, each with the stamp of what is held of it.</summary>
    public async IAsyncEnumerable<(Guid AttachmentId, string Stamp)> ListAsync(string contract, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? after = null; ;)
        {
            var page = new JsonObject
            {
                ["size"] = PageSize,
                ["track_total_hits"] = false,
                ["_source"] = new JsonArray(FaceLayout.Stamp),
                ["sort"] = new JsonArray(new JsonObject { [FaceLayout.Id] = "asc" }),
            };
            if (after is not null) page["search_after"] = new JsonArray(after);
            var hits = Require(await cluster.SearchAsync(_layout.Alias(contract), page, ct).ConfigureAwait(false)).GetProperty("hits").GetProperty("hits");
            foreach (var hit in hits.EnumerateArray())
            {
                after = hit.GetProperty("_id").GetString()!;
                yield return (Guid.ParseExact(after, "N"), hit.GetProperty("_source").GetProperty(FaceLayout.Stamp).GetString()!);
            }
            if (hits.GetArrayLength() < PageSize) yield break;
        }
    }

    public async Task<long> CountAsync(string contract, CancellationToken ct) => Require(await cluster.CountAsync(_layout.Alias(contract), new JsonObject { ["match_all"] = new JsonObject() }, ct).ConfigureAwait(false));

    /// <summary>Takes removed faces out of the files. What was removed less than about half a minute ago stays until the next time: the cluster keeps it for copies that come back.</summary>
    public async Task PurgeAsync(CancellationToken ct)
    {
        if (Require(await cluster.IndicesAsync(_layout.Pattern, ct).ConfigureAwait(false)).EnumerateObject().Any()) Require(await cluster.ExpungeAsync(_layout.Pattern, ct).ConfigureAwait(false));
    }

    /// <param name="vectorOf">The installation's own vectors: similarities are reckoned from them, and what they no longer hold is in no answer.</param>
    public IFaceIndex Search(string contract, FaceVectorOf vectorOf) => new ElasticFaceIndex(cluster, _layout.Alias(contract), v => Stored(contract, v), vectorOf);

    private float[] Stored(string contract, float[] vector) => _veils.GetOrAdd((contract, vector.Length), v => new FaceVeil(key, v.Contract, v.Dimension)).Turn(vector);

    private async Task<int> RemoveAsync(string field, Guid[] ids, CancellationToken ct)
    {
        for (var removed = 0; ;)
        {
            var page = new JsonObject
            {
                ["size"] = PageSize,
                ["track_total_hits"] = false,
                ["_source"] = false,
                ["query"] = new JsonObject { ["terms"] = new JsonObject { [field] = new JsonArray([.. ids.Select(id => (JsonNode)StoredRecord.Key(id))]) } },
            };
            var hits = Require(await cluster.SearchAsync(_layout.Pattern, page, ct).ConfigureAwait(false)).GetProperty("hits").GetProperty("hits");
            List<BulkItem> gone = [.. hits.EnumerateArray().Select(h => new BulkItem(h.GetProperty("_index").GetString()!, h.GetProperty("_id").GetString()!, null, null))];
            if (gone.Count == 0) return removed;
            Require(await _writer.WriteAsync(gone, toAliases: false, ct).ConfigureAwait(false));
            Require(await cluster.RefreshAsync(_layout.Pattern, ct).ConfigureAwait(false));
            removed += gone.Count;
        }
    }
}
