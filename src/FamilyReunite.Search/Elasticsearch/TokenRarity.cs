using System.Text.Json;
using System.Text.Json.Nodes;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>How many records of a kind carry each of some tokens, and which powers of two occur among the weights: counted by the cluster in one aggregation for every <see cref="TokensPerCount"/> tokens.</summary>
internal sealed class TokenRarity
{
    /// <summary>Filters of one aggregation; the answer holds a number for each.</summary>
    private const int TokensPerCount = 2000;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    private TokenRarity() { }

    /// <summary>Live records of the kind.</summary>
    public long Records { get; private set; }

    public IReadOnlyList<int> Levels { get; private set; } = [];

    public long WithToken(string token) => _counts.GetValueOrDefault(token);

    /// <param name="search">Answers so many searches in their order.</param>
    public static async Task<TokenRarity> OfAsync(IEnumerable<string> tokens, Func<IReadOnlyList<JsonObject>, Task<IReadOnlyList<JsonElement>>> search)
    {
        var rarity = new TokenRarity();
        var parts = tokens.Distinct(StringComparer.Ordinal).Chunk(TokensPerCount).ToList();
        var answers = await search([.. parts.Select(Body)]).ConfigureAwait(false);
        foreach (var (part, answer) in parts.Zip(answers)) rarity.Read(part, answer);
        return rarity;
    }

    private static JsonObject Body(string[] tokens)
    {
        JsonArray filters = [TokenQuery.Term(StoredRecord.Live, true)];
        for (var l = 0; l < WeightBits.Levels; l++) filters.Add((JsonNode)TokenQuery.Term(StoredRecord.Levels, WeightBits.Term(l, "")));
        foreach (var t in tokens) filters.Add((JsonNode)TokenQuery.Term(StoredRecord.Tokens, t));
        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["aggs"] = new JsonObject { ["n"] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = filters } } },
        };
    }

    private void Read(string[] tokens, JsonElement answer)
    {
        var counts = answer.GetProperty("aggregations").GetProperty("n").GetProperty("buckets").EnumerateArray().Select(b => b.GetProperty("doc_count").GetInt64()).ToArray();
        Records = counts[0];
        Levels = [.. Enumerable.Range(0, WeightBits.Levels).Where(l => counts[1 + l] > 0)];
        for (var t = 0; t < tokens.Length; t++) _counts[tokens[t]] = counts[1 + WeightBits.Levels + t];
    }
}
