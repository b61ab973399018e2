using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Elasticsearch.Faces;

/// <summary>One question for the nearest faces. The cluster says which they are to within its rounding; similarity and order are reckoned again from the true vectors.</summary>
/// <param name="stored">The query's vector as those in the cluster are stored.</param>
internal sealed class FaceNearest(FaceQuery query, float[] stored, FaceVectorOf vectorOf)
{
    /// <summary>Photos asked for beyond the count: records may hold several, and neighbours a rounding apart may change places.</summary>
    private const int Margin = 16;

    /// <summary>The most that a cluster gives in one answer.</summary>
    private const int Most = 10_000;

    /// <summary>How far the cluster's sum of products may lie from ours.</summary>
    private const float Rounding = 1e-5f;

    private int _size = Math.Min(Most, query.Count + Margin);

    /// <summary>Null until the cluster's answers settle it.</summary>
    public IReadOnlyList<NearFace>? Found { get; private set; } = query.Count < 1 ? [] : null;

    public JsonObject Body() => new()
    {
        ["size"] = _size,
        ["track_total_hits"] = false,
        ["_source"] = new JsonArray(FaceLayout.Record),
        ["knn"] = new JsonObject { ["field"] = FaceLayout.Vector, ["query_vector"] = FaceLayout.Numbers(stored), ["k"] = _size, ["num_candidates"] = _size, ["filter"] = Filters() },
    };

    public void Read(JsonElement answer)
    {
        var hits = answer.GetProperty("hits").GetProperty("hits");
        var exact = new List<NearFace>();
        var last = float.PositiveInfinity;
        foreach (var hit in hits.EnumerateArray())
        {
            // dot_product scores (1 + cosine) / 2
            last = Math.Min(last, 2 * hit.GetProperty("_score").GetSingle() - 1);
            var (attachment, record) = (Guid.ParseExact(hit.GetProperty("_id").GetString()!, "N"), Guid.ParseExact(hit.GetProperty("_source").GetProperty(FaceLayout.Record).GetString()!, "N"));
            // what is not kept any more was removed a moment ago
            if (vectorOf(record, attachment) is { } vector) exact.Add(new NearFace(attachment, record, Dot(query.Vector, vector)));
        }
        var best = exact.OrderByDescending(h => h.Similarity).ThenBy(h => h.AttachmentId).DistinctBy(h => h.RecordId).Take(query.Count).ToList();
        if (hits.GetArrayLength() < _size || _size == Most || (best.Count == query.Count && last < best[^1].Similarity - Rounding)) Found = best;
        else _size = Math.Min(Most, _size * 4);
    }

    private JsonArray Filters()
    {
        JsonArray filters = [TokenQuery.Term(FaceLayout.Kind, (int)query.Kind)];
        if (query.Filter is not { } f) return filters;
        if (f.Sex != Sex.Unknown) filters.Add((JsonNode)new JsonObject { ["terms"] = new JsonObject { [FaceLayout.Sex] = new JsonArray((int)Sex.Unknown, (int)f.Sex) } });
        if (f.BirthYears is { } b)
        {
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [FaceLayout.BornFrom] = new JsonObject { ["lte"] = b.High } } });
            filters.Add((JsonNode)new JsonObject { ["range"] = new JsonObject { [FaceLayout.BornTo] = new JsonObject { ["gte"] = b.Low } } });
        }
        if (f.OrganisationId is { } o) filters.Add((JsonNode)TokenQuery.Term(FaceLayout.Organisation, StoredRecord.Key(o)));
        return filters;
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
