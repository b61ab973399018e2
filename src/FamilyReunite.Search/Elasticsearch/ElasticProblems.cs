using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>What went wrong, told as a problem whose sentence says what to do.</summary>
internal static class ElasticProblems
{
    public const string BlockKind = "cluster_block_exception";

    private const HttpStatusCode Busy = HttpStatusCode.TooManyRequests;

    /// <summary>Whether sending the same again later may help.</summary>
    public static bool MayPass(Exception? e, HttpStatusCode? status) =>
        (e is HttpRequestException or Polly.Timeout.TimeoutRejectedException && !IsCertificate(e)) || status is Busy or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether asking one search of several again may help: the cluster is busy, or a node with one of its shards just left.</summary>
    public static bool ItemMayPass(int status, JsonElement answer) => status == 200 || MayPass(null, (HttpStatusCode)status) || Cause(answer) is "node_disconnected_exception" or "node_not_connected_exception" or "node_closed_exception" or "no_shard_available_action_exception";

    /// <summary>An answer that not every shard had a part in.</summary>
    public static bool LacksShards(JsonElement answer) =>
        answer.TryGetProperty("_shards", out var shards) && shards.TryGetProperty("failed", out var failed) && failed.GetInt32() > 0 || answer.TryGetProperty("timed_out", out var late) && late.ValueKind == JsonValueKind.True;

    /// <summary>Elasticsearch's word for what lies behind an error of several shards; empty without one.</summary>
    public static string Cause(JsonElement answer)
    {
        var causes = answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("root_cause", out var roots) && roots.ValueKind == JsonValueKind.Array && roots.GetArrayLength() > 0 ? roots[0]
            : answer.TryGetProperty("_shards", out var shards) && shards.TryGetProperty("failures", out var failures) && failures.GetArrayLength() > 0 && failures[0].TryGetProperty("reason", out var reason) ? reason
            : default;
        return causes.ValueKind == JsonValueKind.Object && causes.TryGetProperty("type", out var type) ? type.GetString() ?? "" : Kind(answer);
    }

    public static Problem Of(Exception e, string where) => new(IsCertificate(e) ? "elastic.certificate" : "elastic.unreachable", null, where);

    public static Problem Of(HttpStatusCode status, JsonElement body, string where)
    {
        var kind = Kind(body);
        return status switch
        {
            HttpStatusCode.Unauthorized => new Problem("elastic.password", null, where),
            _ when kind == BlockKind => new Problem("elastic.read-only", null, where),
            HttpStatusCode.Forbidden => new Problem("elastic.forbidden", null, where),
            Busy or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => new Problem("elastic.busy", null, where),
            _ when kind.Length == 0 => new Problem("elastic.not-elasticsearch", null, where),
            _ => OfItem((int)status, kind),
        };
    }

    /// <param name="kind">Elasticsearch's word for the error.</param>
    public static Problem OfItem(int status, string kind) => kind switch
    {
        BlockKind => new Problem("elastic.read-only", null, "Elasticsearch"),
        "no_shard_available_action_exception" or "unavailable_shards_exception" => new Problem("elastic.busy", null, "Elasticsearch"),
        "mapper_parsing_exception" or "document_parsing_exception" or "strict_dynamic_mapping_exception" => new Problem("elastic.mapping", null, kind),
        _ => new Problem("elastic.refused", null, status, kind),
    };

    /// <summary>Empty when the answer holds no error of Elasticsearch.</summary>
    public static string Kind(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";

    private static bool IsCertificate(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            if (cause is AuthenticationException) return true;
        return false;
    }
}
