using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;
using static FamilyReunite.Search.Elasticsearch.ElasticException;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Asks how many records carry each token, lets the cluster add up weights in single precision, and works out the exact score of the best from their own weights.</summary>
internal sealed class TokenQuery(IElasticsearch cluster, string index, CandidateQuery query)
{
    /// <summary>Asked for beyond the limit, because single precision may order neighbours wrongly.</summary>
    private const int Margin = 16;

    /// <summary>Most that the cluster returns (<c>index.max_result_window</c>).</summary>
    private const int Most = 10_000;

    /// <summary>Relative error of a sum in single precision.</summary>
    private const double FloatError = 1e-6;

    private readonly IReadOnlyList<ClueToken> _tokens = TokenScore.Distinct(query.Tokens);

    public async Task<IReadOnlyList<IndexHit>> BestAsync(CancellationToken ct)
    {
        if (query.Limit <= 0 || _tokens.Count == 0) return [];
        var (factors, levels) = await RarityAsync(ct).ConfigureAwait(false);
        if (levels.Count == 0 || factors.All(f => f == 0)) return [];
        for (var size = Math.Min(Most, query.Limit + Margin); ; size = Math.Min(Most, size * 4))
        {
            var answer = Require(await cluster.SearchAsync(index, Search(factors, levels, size), ct).ConfigureAwait(false));
            var hits = answer.GetProperty("hits").GetProperty("hits");
            var best = new BestHits(query.Limit);
            foreach (var hit in hits.EnumerateArray())
                if (Exact(hit, factors) is { Score: > 0 } exact) best.Offer(exact);
            // what was not returned cannot score above the last that was: the cluster's weights are rounded up
            if (hits.GetArrayLength() < size || size == Most || hits[size - 1].GetProperty("_score").GetDouble() <= best.Least * (1 + FloatError)) return best.InOrder();
        }
    }

    private async Task<(double[] Factors, IReadOnlyList<int> Levels)> RarityAsync(CancellationToken ct)
    {
        JsonArray filters = [Term(StoredRecord.Live, true)];
        for (var l = 0; l < WeightBits.Levels; l++) filters.Add((JsonNode)Term(StoredRecord.Levels, WeightBits.Term(l, "")));
        foreach (var t in _tokens) filters.Add((JsonNode)Term(StoredRecord.Tokens, t.Value));
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["aggs"] = new JsonObject { ["n"] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = filters } } },
        };
        var answer = Require(await cluster.SearchAsync(index, body, ct).ConfigureAwait(false));
        var counts = answer.GetProperty("aggregations").GetProperty("n").GetProperty("buckets").EnumerateArray().Select(b => b.GetProperty("doc_count").GetInt64()).ToArray();
        var levels = Enumerable.Range(0, WeightBits.Levels).Where(l => counts[1 + l] > 0).ToList();
        var found = counts.AsSpan(1 + WeightBits.Levels);
        var factors = new double[_tokens.Count];
        for (var t = 0; t < factors.Length; t++) factors[t] = found[t] == 0 ? 0 : _tokens[t].Weight * TokenScore.Idf(counts[0], found[t]);
        return (factors, levels);
    }

    private JsonObject Search(double[] factors, IReadOnlyList<int> levels, int size)
    {
        var should = new JsonArray();
        for (var t = 0; t < factors.Length; t++)
        {
            foreach (var level in factors[t] > 0 ? levels : [])
                should.Add((JsonNode)new JsonObject { ["constant_score"] = new JsonObject { ["filter"] = Term(StoredRecord.Bits, WeightBits.Term(level, _tokens[t].Value)), ["boost"] = (float)(factors[t] * WeightBits.Value(level)) } });
        }
        return new JsonObject
        {
            ["size"] = size,
            ["track_total_hits"] = false,
            ["_source"] = new JsonArray(StoredRecord.Tokens, StoredRecord.Weights),
            ["sort"] = new JsonArray(new JsonObject { ["_score"] = "desc" }, new JsonObject { [StoredRecord.Id] = "asc" }),
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["should"] = should, ["minimum_should_match"] = 1, ["filter"] = Filters() } },
        };
    }

    /// <summary>What is unknown on either side passes.</summary>
    private JsonArray Filters()
    {
        var filters = new JsonArray();
        if (query.Sex != Sex.Unknown) filters.Add((JsonNode)new JsonObject { ["terms"] = new JsonObject { [StoredRecord.Sex] = new JsonArray((int)Sex.Unknown, (int)query.Sex) } });
        if (query.BirthYears is { } b)
        {
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [StoredRecord.BornFrom] = new JsonObject { ["lte"] = b.High } } });
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [StoredRecord.BornTo] = new JsonObject { ["gte"] = b.Low } } });
        }
        if (query.OrganisationId is { } o) filters.Add((JsonNode)Term(StoredRecord.Organisation, StoredRecord.Key(o)));
        return filters;
    }

    private IndexHit Exact(JsonElement hit, double[] factors)
    {
        var held = StoredRecord.WeightsOf(hit.GetProperty("_source"));
        double score = 0;
        for (var t = 0; t < factors.Length; t++)
            if (held.TryGetValue(_tokens[t].Value, out var weight)) score += factors[t] * weight;
        return new IndexHit(Guid.ParseExact(hit.GetProperty("_id").GetString()!, "N"), score);
    }

    private static JsonObject Term(string field, JsonNode value) => new() { ["term"] = new JsonObject { [field] = value } };
}
