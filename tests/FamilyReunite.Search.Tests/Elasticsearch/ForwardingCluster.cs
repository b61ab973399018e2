using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Hands everything on to a real cluster; a fault is what a derived class does otherwise.</summary>
internal abstract class ForwardingCluster(IElasticsearch real) : IElasticsearch
{
    protected IElasticsearch Real => real;

    public Task<Outcome<ClusterHealth>> HealthAsync(CancellationToken ct) => real.HealthAsync(ct);

    public Task<Outcome<JsonElement>> IndicesAsync(string pattern, CancellationToken ct) => real.IndicesAsync(pattern, ct);

    public Task<Outcome<Done>> CreateAsync(string index, JsonObject body, CancellationToken ct) => real.CreateAsync(index, body, ct);

    public Task<Outcome<Done>> TemplateAsync(string name, JsonObject body, CancellationToken ct) => real.TemplateAsync(name, body, ct);

    public Task<Outcome<Done>> DeleteAsync(string index, CancellationToken ct) => real.DeleteAsync(index, ct);

    public virtual Task<Outcome<Done>> MoveAliasesAsync(IReadOnlyList<AliasMove> moves, CancellationToken ct) => real.MoveAliasesAsync(moves, ct);

    public virtual Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct) => real.BulkAsync(items, toAliases, ct);

    public Task<Outcome<JsonElement>> GetAsync(IReadOnlyList<(string Index, string Id)> ids, IReadOnlyList<string> fields, CancellationToken ct) => real.GetAsync(ids, fields, ct);

    public Task<Outcome<bool>> PutIfAsync(string index, string id, JsonObject document, (long SeqNo, long Term)? read, CancellationToken ct) => real.PutIfAsync(index, id, document, read, ct);

    public virtual Task<Outcome<IReadOnlyList<JsonElement>>> SearchManyAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct) => real.SearchManyAsync(index, bodies, ct);

    public virtual Task<Outcome<JsonElement>> SearchAsync(string index, JsonObject body, CancellationToken ct) => real.SearchAsync(index, body, ct);

    public Task<Outcome<long>> CountAsync(string index, JsonObject query, CancellationToken ct) => real.CountAsync(index, query, ct);

    public Task<Outcome<Done>> RefreshAsync(string pattern, CancellationToken ct) => real.RefreshAsync(pattern, ct);

    public Task<Outcome<Done>> ExpungeAsync(string pattern, CancellationToken ct) => real.ExpungeAsync(pattern, ct);
}

/// <summary>Kills the node when so many bulk requests have gone through: part of a batch is in, part is not.</summary>
internal sealed class KillsDuringBulk(IElasticsearch real, TestNode node, int after) : ForwardingCluster(real)
{
    private int _bulks;

    public override Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct)
    {
        if (++_bulks == after) node.Kill();
        return Real.BulkAsync(items, toAliases, ct);
    }
}

/// <summary>Counts the requests that searches take.</summary>
internal sealed class CountsSearches(IElasticsearch real) : ForwardingCluster(real)
{
    private int _requests;

    public int Requests => _requests;

    public override Task<Outcome<JsonElement>> SearchAsync(string index, JsonObject body, CancellationToken ct)
    {
        Interlocked.Increment(ref _requests);
        return Real.SearchAsync(index, body, ct);
    }

    public override Task<Outcome<IReadOnlyList<JsonElement>>> SearchManyAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct)
    {
        Interlocked.Increment(ref _requests);
        return Real.SearchManyAsync(index, bodies, ct);
    }
}

/// <summary>Does what it is asked, but its answers to bulk requests, or to alias moves, are lost.</summary>
internal sealed class LosesAnswers(IElasticsearch real) : ForwardingCluster(real)
{
    public bool LosesBulk { get; set; }

    public bool LosesMoves { get; set; }

    public override async Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct)
    {
        var answer = await Real.BulkAsync(items, toAliases, ct);
        return LosesBulk ? new Problem("elastic.unreachable", null, "") : answer;
    }

    public override async Task<Outcome<Done>> MoveAliasesAsync(IReadOnlyList<AliasMove> moves, CancellationToken ct)
    {
        var answer = await Real.MoveAliasesAsync(moves, ct);
        return LosesMoves ? new Problem("elastic.unreachable", null, "") : answer;
    }
}
