using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Names and mapping of the indices: one a kind of record and one for the outbox position, each behind an alias; a generation is made and swapped as a whole.</summary>
internal sealed class IndexLayout(ElasticOptions options)
{
    /// <summary>Raised with every change of <see cref="Fields"/> or <see cref="StoredRecord"/>; an index of another layout is built anew.</summary>
    public const int Version = 2;

    public const string MadeBy = "FamilyReunite";

    /// <summary>Above the catch-all templates that clusters ship with.</summary>
    private const int TemplatePriority = 300;

    private static readonly RecordKind[] Kinds = Enum.GetValues<RecordKind>();

    public string Pattern => $"{options.Prefix}-*";

    public string PositionAlias => $"{options.Prefix}-position";

    public IReadOnlyList<string> Aliases => [.. Kinds.Select(Alias), PositionAlias];

    public string Alias(RecordKind kind) => $"{options.Prefix}-{Name(kind)}";

    /// <summary>Holds who leads and who rebuilds; has no generations.</summary>
    public string LeaseIndex => $"{options.Prefix}-leases";

    public string TemplateName => $"{options.Prefix}-v{Version}";

    public static string Index(string alias, string generation) => $"{alias}-v{Version}-{generation}";

    /// <summary>Gives an index of our name the same shape when somebody else makes it, as when restoring a copy. Its name and patterns carry the layout, so that servers of two layouts do not overwrite one another's.</summary>
    public JsonObject Template() => new()
    {
        ["index_patterns"] = new JsonArray([.. Aliases.Select(a => (JsonNode)$"{a}-v{Version}-*")]),
        ["priority"] = TemplatePriority,
        ["version"] = Version,
        ["_meta"] = new JsonObject { ["made_by"] = MadeBy },
        ["template"] = Body(),
    };

    public static JsonObject LeaseBody() => new()
    {
        ["settings"] = new JsonObject { ["number_of_shards"] = 1, ["auto_expand_replicas"] = "0-1" },
        ["mappings"] = new JsonObject
        {
            ["dynamic"] = "strict",
            ["_meta"] = new JsonObject { ["made_by"] = MadeBy },
            ["properties"] = new JsonObject { [ClusterLease.Holder] = new JsonObject { ["type"] = "keyword" }, [ClusterLease.Until] = new JsonObject { ["type"] = "long" } },
        },
    };

    public JsonObject Body() => new()
    {
        ["settings"] = new JsonObject { ["number_of_shards"] = options.Shards, ["auto_expand_replicas"] = "0-1", ["refresh_interval"] = "30s", ["index.merge.policy.expunge_deletes_allowed"] = 0 },
        ["mappings"] = new JsonObject
        {
            ["dynamic"] = "strict",
            ["_meta"] = new JsonObject { ["made_by"] = MadeBy, ["layout"] = Version },
            // what is only searched need not be kept twice
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray(StoredRecord.Bits, StoredRecord.Levels) },
            ["properties"] = Fields(),
        },
    };

    /// <summary>Whether the fields that retrieval rests on are as this layout makes them.</summary>
    public static bool Fits(JsonElement mappings) =>
        mappings.TryGetProperty("properties", out var held) && Fields().All(f => held.TryGetProperty(f.Key, out var h) && h.TryGetProperty("type", out var type) && type.GetString() == (string?)f.Value!["type"]);

    private static JsonObject Fields()
    {
        JsonObject Terms() => new() { ["type"] = "keyword", ["doc_values"] = false };
        return new JsonObject
        {
            [StoredRecord.Id] = new JsonObject { ["type"] = "keyword" },
            [StoredRecord.RowVersion] = new JsonObject { ["type"] = "long" },
            [StoredRecord.Live] = new JsonObject { ["type"] = "boolean" },
            [StoredRecord.Sex] = new JsonObject { ["type"] = "byte" },
            [StoredRecord.BornFrom] = new JsonObject { ["type"] = "double" },
            [StoredRecord.BornTo] = new JsonObject { ["type"] = "double" },
            [StoredRecord.Organisation] = Terms(),
            [StoredRecord.Tokens] = Terms(),
            [StoredRecord.Weights] = new JsonObject { ["type"] = "float", ["index"] = false, ["doc_values"] = false },
            [StoredRecord.Bits] = Terms(),
            [StoredRecord.Levels] = Terms(),
            [StoredRecord.MadeWith] = Terms(),
        };
    }

    private static string Name(RecordKind kind) => kind switch
    {
        RecordKind.Stranded => "stranded",
        RecordKind.Missing => "missing",
        RecordKind.FieldContact => "contact",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
