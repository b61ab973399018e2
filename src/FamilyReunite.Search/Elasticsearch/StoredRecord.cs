using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Search.Scoring;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>How a record lies in Elasticsearch: opaque tokens with weights, and what filters need. No name, no contact.</summary>
internal static class StoredRecord
{
    public const string Id = "id", RowVersion = "version", Live = "live", Sex = "sex", BornFrom = "born_from", BornTo = "born_to", Organisation = "organisation", Tokens = "tokens", Weights = "weights", Bits = "bits", Levels = "levels", MadeWith = "made_with";

    /// <summary>Beyond every year: an unknown birth overlaps with every range.</summary>
    private const double Ever = 1e9;

    public static string Key(Guid id) => id.ToString("N");

    public static BulkItem Of(string index, IndexDocument d)
    {
        var tokens = TokenScore.Distinct(d.Tokens);
        var (bits, levels) = (new JsonArray(), new SortedSet<int>());
        foreach (var t in tokens)
        {
            foreach (var level in WeightBits.Of(t.Weight))
            {
                bits.Add((JsonNode)WeightBits.Term(level, t.Value));
                levels.Add(level);
            }
        }
        return new BulkItem(index, Key(d.RecordId), Written(d.Version, dead: false), new JsonObject
        {
            [Id] = Key(d.RecordId),
            [RowVersion] = d.Version,
            [Live] = true,
            [Sex] = (int)d.Sex,
            [BornFrom] = d.BirthYears?.Low ?? -Ever,
            [BornTo] = d.BirthYears?.High ?? Ever,
            [Organisation] = Key(d.OrganisationId),
            [Tokens] = new JsonArray([.. tokens.Select(t => (JsonNode)t.Value)]),
            [Weights] = new JsonArray([.. tokens.Select(t => (JsonNode)t.Weight)]),
            [Bits] = bits,
            [Levels] = new JsonArray([.. levels.Select(l => (JsonNode)WeightBits.Term(l, ""))]),
        });
    }

    /// <summary>What stays of a deleted record: its id and the version that a later write must exceed.</summary>
    public static BulkItem Tombstone(string index, Guid id, long version) =>
        new(index, Key(id), Written(version, dead: true), new JsonObject { [Id] = Key(id), [RowVersion] = version, [Live] = false });

    /// <summary>The token weights of a hit.</summary>
    public static Dictionary<string, float> WeightsOf(JsonElement source)
    {
        var weights = source.GetProperty(Weights).EnumerateArray();
        var held = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var token in source.GetProperty(Tokens).EnumerateArray())
        {
            weights.MoveNext();
            held[token.GetString()!] = weights.Current.GetSingle();
        }
        return held;
    }

    /// <summary>A deletion stands between the version it deleted and the next, so the cluster itself refuses the deleted version when it comes late.</summary>
    private static long Written(long version, bool dead) => checked(version * 2) + (dead ? 1 : 0);
}
