using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Elasticsearch.Faces;

/// <summary>Names and mapping of the face indices: one a pack, because vectors of two packs cannot be compared, each behind an alias.</summary>
internal sealed class FaceLayout(ElasticOptions options)
{
    public const string Id = "id", Record = "record", Kind = "kind", Vector = "vector", Sex = "sex", BornFrom = "born_from", BornTo = "born_to", Organisation = "organisation", Stamp = "stamp";

    /// <summary>Raised with every change of <see cref="Fields"/>; an index of another layout is made anew from the vectors of the installation.</summary>
    private const int Version = 1;

    /// <summary>A contract may hold signs that the name of an index may not.</summary>
    private const int KeyBytes = 8;

    /// <summary>Beyond every year: an unknown birth overlaps with every range.</summary>
    private const double Ever = 1e9;

    /// <summary>Every face index of this installation, of whatever pack.</summary>
    public string Pattern => $"{options.Prefix}-faces-*";

    public string Alias(string contract) => $"{options.Prefix}-faces-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contract)).AsSpan(0, KeyBytes))}";

    public static string Index(string alias) => $"{alias}-v{Version}";

    /// <summary>Made together with its alias, so that it is never seen without.</summary>
    /// <param name="dimension">Of the pack's vectors.</param>
    public JsonObject Body(string contract, int dimension) => new()
    {
        ["aliases"] = new JsonObject { [Alias(contract)] = new JsonObject() },
        // whoever removes a face wants it out of the files soon, not when a tenth of them is removed
        ["settings"] = new JsonObject { ["number_of_shards"] = options.Shards, ["auto_expand_replicas"] = "0-1", ["refresh_interval"] = "30s", ["index.merge.policy.expunge_deletes_allowed"] = 0 },
        ["mappings"] = new JsonObject
        {
            ["dynamic"] = "strict",
            ["_meta"] = new JsonObject { ["made_by"] = IndexLayout.MadeBy, ["layout"] = Version, ["contract"] = contract },
            // the vector lies in the index once, and in no answer
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray(Vector) },
            ["properties"] = Fields(dimension),
        },
    };

    /// <summary>Whether the fields are as this layout makes them for a pack of so many dimensions.</summary>
    public static bool Fits(JsonElement mappings, int dimension)
    {
        if (!mappings.GetProperty("_meta").TryGetProperty("layout", out var made) || made.GetInt32() != Version || !mappings.TryGetProperty("properties", out var held)) return false;
        return Fields(dimension).All(f => held.TryGetProperty(f.Key, out var h) && h.TryGetProperty("type", out var type) && type.GetString() == (string?)f.Value!["type"])
            && held.GetProperty(Vector).TryGetProperty("dims", out var dims) && dims.GetInt32() == dimension;
    }

    /// <param name="vector">As it is stored.</param>
    public static BulkItem Put(string alias, FaceDocument d, float[] vector, string stamp) => new(alias, StoredRecord.Key(d.AttachmentId), null, new JsonObject
    {
        [Id] = StoredRecord.Key(d.AttachmentId),
        [Record] = StoredRecord.Key(d.RecordId),
        [Kind] = (int)d.Kind,
        [Vector] = Numbers(vector),
        [Sex] = (int)d.Traits.Sex,
        [BornFrom] = d.Traits.BirthYears?.Low ?? -Ever,
        [BornTo] = d.Traits.BirthYears?.High ?? Ever,
        [Organisation] = StoredRecord.Key(d.Traits.OrganisationId),
        [Stamp] = stamp,
    });

    public static JsonArray Numbers(float[] vector) => [.. vector.Select(v => (JsonNode)v)];

    private static JsonObject Fields(int dimension)
    {
        JsonObject Term(string type) => new() { ["type"] = type, ["doc_values"] = false };
        return new JsonObject
        {
            [Id] = new JsonObject { ["type"] = "keyword" },
            [Record] = Term("keyword"),
            [Kind] = Term("byte"),
            // flat: every vector is compared, so that nobody is missed
            [Vector] = new JsonObject { ["type"] = "dense_vector", ["dims"] = dimension, ["index"] = true, ["similarity"] = "dot_product", ["index_options"] = new JsonObject { ["type"] = "flat" } },
            [Sex] = Term("byte"),
            [BornFrom] = Term("double"),
            [BornTo] = Term("double"),
            [Organisation] = Term("keyword"),
            [Stamp] = new JsonObject { ["type"] = "keyword", ["index"] = false, ["doc_values"] = false },
        };
    }
}
