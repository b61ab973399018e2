using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Scoring;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>One query on its way through the cluster: how many records carry each token is asked first, then the cluster adds up weights in single precision, and the exact score of the best is worked out here from their own weights.</summary>
internal sealed class TokenQuery
{
    /// <summary>Asked for beyond the limit, because single precision may order neighbours wrongly.</summary>
    private const int Margin = 16;

    /// <summary>Most that the cluster returns (<c>index.max_result_window</c>).</summary>
    private const int Most = 10_000;

    /// <summary>Relative error of a sum in single precision.</summary>
    private const double FloatError = 1e-6;

    private readonly CandidateQuery _query;
    private double[] _factors = [];
    private IReadOnlyList<int> _levels = [];
    private int _size;

    public TokenQuery(CandidateQuery query) => (_query, Tokens, _size) = (query, query.Limit <= 0 ? [] : TokenScore.Distinct(query.Tokens), Math.Min(Most, query.Limit + Margin));

    public IReadOnlyList<ClueToken> Tokens { get; }

    /// <summary>What was found, best first; null until the cluster's answers settle it.</summary>
    public IReadOnlyList<IndexHit>? Found { get; private set; }

    public void Weigh(TokenRarity rarity)
    {
        _levels = rarity.Levels;
        _factors = [.. Tokens.Select(t => rarity.WithToken(t.Value) is > 0 and var n ? t.Weight * TokenScore.Idf(rarity.Records, n) : 0)];
        if (_levels.Count == 0 || Array.TrueForAll(_factors, f => f == 0)) Found = [];
    }

    /// <summary>The search that comes next.</summary>
    public JsonObject Body()
    {
        var should = new JsonArray();
        for (var t = 0; t < _factors.Length; t++)
        {
            foreach (var level in _factors[t] > 0 ? _levels : [])
                should.Add((JsonNode)new JsonObject { ["constant_score"] = new JsonObject { ["filter"] = Term(StoredRecord.Bits, WeightBits.Term(level, Tokens[t].Value)), ["boost"] = (float)(_factors[t] * WeightBits.Value(level)) } });
        }
        return new JsonObject
        {
            ["size"] = _size,
            ["track_total_hits"] = false,
            ["_source"] = new JsonArray(StoredRecord.Tokens, StoredRecord.Weights),
            ["sort"] = new JsonArray(new JsonObject { ["_score"] = "desc" }, new JsonObject { [StoredRecord.Id] = "asc" }),
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["should"] = should, ["minimum_should_match"] = 1, ["filter"] = Filters() } },
        };
    }

    /// <summary>Takes the answer to <see cref="Body"/>; where it does not settle the limit, more is asked for.</summary>
    public void Read(JsonElement answer)
    {
        var hits = answer.GetProperty("hits").GetProperty("hits");
        var best = new BestHits(_query.Limit);
        foreach (var hit in hits.EnumerateArray())
            if (Exact(hit) is { Score: > 0 } exact) best.Offer(exact);
        // what was not returned cannot score above the last that was: the cluster's weights are rounded up
        if (hits.GetArrayLength() < _size || _size == Most || hits[_size - 1].GetProperty("_score").GetDouble() <= best.Least * (1 + FloatError)) Found = best.InOrder();
        else _size = Math.Min(Most, _size * 4);
    }

    internal static JsonObject Term(string field, JsonNode value) => new() { ["term"] = new JsonObject { [field] = value } };

    /// <summary>What is unknown on either side passes.</summary>
    private JsonArray Filters()
    {
        var filters = new JsonArray();
        if (_query.Sex != Sex.Unknown) filters.Add((JsonNode)new JsonObject { ["terms"] = new JsonObject { [StoredRecord.Sex] = new JsonArray((int)Sex.Unknown, (int)_query.Sex) } });
        if (_query.BirthYears is { } b)
        {
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [StoredRecord.BornFrom] = new JsonObject { ["lte"] = b.High } } });
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [StoredRecord.BornTo] = new JsonObject { ["gte"] = b.Low } } });
        }
        if (_query.OrganisationId is { } o) filters.Add((JsonNode)Term(StoredRecord.Organisation, StoredRecord.Key(o)));
        return filters;
    }

    private IndexHit Exact(JsonElement hit)
    {
        var held = StoredRecord.WeightsOf(hit.GetProperty("_source"));
        double score = 0;
        for (var t = 0; t < _factors.Length; t++)
            if (held.TryGetValue(Tokens[t].Value, out var weight)) score += _factors[t] * weight;
        return new IndexHit(Guid.ParseExact(hit.GetProperty("_id").GetString()!, "N"), score);
    }
}
