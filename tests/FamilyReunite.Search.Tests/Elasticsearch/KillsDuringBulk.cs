using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Kills the node when so many bulk requests have gone through: part of a batch is in, part is not.</summary>
internal sealed class KillsDuringBulk(IElasticsearch real, TestNode node, int after) : IElasticsearch
{
    private int _bulks;

    public Task<Outcome<ClusterHealth>> HealthAsync(CancellationToken ct) => real.HealthAsync(ct);

    public Task<Outcome<JsonElement>> IndicesAsync(string pattern, CancellationToken ct) => real.IndicesAsync(pattern, ct);

    public Task<Outcome<Done>> CreateAsync(string index, JsonObject body, CancellationToken ct) => real.CreateAsync(index, body, ct);

    public Task<Outcome<Done>> DeleteAsync(string index, CancellationToken ct) => real.DeleteAsync(index, ct);

    public Task<Outcome<Done>> MoveAliasesAsync(IReadOnlyList<AliasMove> moves, CancellationToken ct) => real.MoveAliasesAsync(moves, ct);

    public Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct)
    {
        if (++_bulks == after) node.Kill();
        return real.BulkAsync(items, toAliases, ct);
    }

    public Task<Outcome<JsonElement>> GetAsync(IReadOnlyList<(string Index, string Id)> ids, IReadOnlyList<string> fields, CancellationToken ct) => real.GetAsync(ids, fields, ct);

    public Task<Outcome<JsonElement>> SearchAsync(string index, JsonObject body, CancellationToken ct) => real.SearchAsync(index, body, ct);

    public Task<Outcome<long>> CountAsync(string index, JsonObject query, CancellationToken ct) => real.CountAsync(index, query, ct);

    public Task<Outcome<Done>> RefreshAsync(string pattern, CancellationToken ct) => real.RefreshAsync(pattern, ct);
}
