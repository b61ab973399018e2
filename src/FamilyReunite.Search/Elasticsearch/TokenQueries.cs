using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Records;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Carries many queries through the cluster together: one count of all their tokens, then <see cref="SearchesPerRequest"/> searches a request.</summary>
internal sealed class TokenQueries(IElasticsearch cluster, IndexLayout layout)
{
    /// <summary>Queries that are counted together; their tokens overlap, so the count is cheaper than one for each.</summary>
    private const int QueriesPerCount = 64;

    /// <summary>An answer holds the tokens of three hundred records a search, about a megabyte.</summary>
    private const int SearchesPerRequest = 16;

    /// <summary>In the order of the queries.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<IndexHit>>> BestAsync(IReadOnlyList<CandidateQuery> queries, CancellationToken ct)
    {
        var asked = queries.Select(q => (q.Target, Query: new TokenQuery(q))).ToList();
        foreach (var kind in asked.GroupBy(a => a.Target))
        {
            foreach (var part in kind.Select(a => a.Query).Where(q => q.Tokens.Count > 0).Chunk(QueriesPerCount)) await CarryAsync(kind.Key, part, ct).ConfigureAwait(false);
        }
        return [.. asked.Select(a => a.Query.Found ?? [])];
    }

    private async Task CarryAsync(RecordKind target, TokenQuery[] queries, CancellationToken ct)
    {
        var index = layout.Alias(target);
        var rarity = await TokenRarity.OfAsync(queries.SelectMany(q => q.Tokens).Select(t => t.Value), bodies => SearchAsync(index, bodies, ct)).ConfigureAwait(false);
        foreach (var q in queries) q.Weigh(rarity);
        while (queries.Where(q => q.Found is null).ToArray() is { Length: > 0 } open)
        {
            var requests = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
            await Parallel.ForEachAsync(open.Chunk(SearchesPerRequest), requests, async (part, token) =>
            {
                var answers = await SearchAsync(index, [.. part.Select(q => q.Body())], token).ConfigureAwait(false);
                foreach (var (query, answer) in part.Zip(answers)) query.Read(answer);
            }).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct) =>
        bodies.Count == 1 ? [Require(await cluster.SearchAsync(index, bodies[0], ct).ConfigureAwait(false))] : Require(await cluster.SearchManyAsync(index, bodies, ct).ConfigureAwait(false));
}
