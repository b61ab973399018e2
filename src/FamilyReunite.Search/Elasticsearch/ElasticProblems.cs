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
