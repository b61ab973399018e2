using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;

namespace FamilyReunite.Search.Elasticsearch;

/// <param name="Status">green, yellow or red.</param>
/// <param name="Major">Of the oldest node.</param>
public sealed record ClusterHealth(string Status, int Major);

/// <summary>A document to write, or to delete when <paramref name="Document"/> is null.</summary>
/// <param name="Index">An index, or an alias.</param>
/// <param name="Version">Written only when it is not below the version held, so that a late write never wins; null writes in any case.</param>
public sealed record BulkItem(string Index, string Id, long? Version, JsonObject? Document);

/// <param name="Item">Position in the request.</param>
/// <param name="Status">HTTP status of this item alone.</param>
/// <param name="Kind">Elasticsearch's word for it, for example <c>mapper_parsing_exception</c>.</param>
public sealed record BulkFault(int Item, int Status, string Kind);

public sealed record AliasMove(string Alias, IReadOnlyList<string> From, string To);

/// <summary>The few things the engine asks of a cluster. Another client drops in here. Every failure is a problem <c>elastic.…</c>.</summary>
public interface IElasticsearch
{
    Task<Outcome<ClusterHealth>> HealthAsync(CancellationToken ct);

    /// <summary>Indices whose name or alias fits <paramref name="pattern"/>, each with its <c>aliases</c> and <c>mappings</c>.</summary>
    Task<Outcome<JsonElement>> IndicesAsync(string pattern, CancellationToken ct);

    /// <summary>Succeeds too when the index is there already: an answer may have been lost.</summary>
    Task<Outcome<Done>> CreateAsync(string index, JsonObject body, CancellationToken ct);

    /// <summary>Makes or replaces an index template.</summary>
    Task<Outcome<Done>> TemplateAsync(string name, JsonObject body, CancellationToken ct);

    /// <summary>Succeeds too when there is none.</summary>
    Task<Outcome<Done>> DeleteAsync(string index, CancellationToken ct);

    /// <summary>All at once or none.</summary>
    Task<Outcome<Done>> MoveAliasesAsync(IReadOnlyList<AliasMove> moves, CancellationToken ct);

    /// <returns>The items that were not written, with the reason of each.</returns>
    /// <param name="toAliases">Refuses to make an index where an alias should be.</param>
    Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct);

    /// <summary>Documents by index and id as they are now, unrefreshed writes included: the element <c>docs</c>.</summary>
    Task<Outcome<JsonElement>> GetAsync(IReadOnlyList<(string Index, string Id)> ids, IReadOnlyList<string> fields, CancellationToken ct);

    /// <summary>Writes one document if it still stands as it was read: with the sequence number and term of <c>_seq_no</c> and <c>_primary_term</c>, or not at all for null.</summary>
    /// <returns>False when it does not stand so any more.</returns>
    Task<Outcome<bool>> PutIfAsync(string index, string id, JsonObject document, (long SeqNo, long Term)? read, CancellationToken ct);

    /// <summary>The whole answer, of every shard.</summary>
    Task<Outcome<JsonElement>> SearchAsync(string index, JsonObject body, CancellationToken ct);

    /// <summary>Several searches in one request; their answers in the same order. One that the cluster is too busy for is asked again; a problem when any failed.</summary>
    Task<Outcome<IReadOnlyList<JsonElement>>> SearchManyAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct);

    Task<Outcome<long>> CountAsync(string index, JsonObject query, CancellationToken ct);

    /// <summary>Makes what was written visible to searches.</summary>
    Task<Outcome<Done>> RefreshAsync(string pattern, CancellationToken ct);

    /// <summary>Writes segments anew without what was deleted in them, and empties the log of changes.</summary>
    Task<Outcome<Done>> ExpungeAsync(string pattern, CancellationToken ct);
}
