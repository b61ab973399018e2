using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>The seam over plain JSON, as 8 and 9 both speak it. Thread-safe.</summary>
public sealed class ElasticClient : IElasticsearch, IDisposable
{
    private const string Delete = "delete";

    private readonly ElasticTransport _transport;
    private readonly ManySearches _searches;

    private ElasticClient(ElasticTransport transport, ElasticOptions options, TimeProvider clock, ILogger log) =>
        (_transport, _searches) = (transport, new ManySearches((path, lines, ct) => transport.SendAsync(HttpMethod.Post, path, lines, "application/x-ndjson", ct), options, clock, log));

    /// <summary>Sends nothing yet. <c>elastic.ca-file</c> when the certificate file cannot be read.</summary>
    /// <param name="log">Told of what is asked again; null tells nobody.</param>
    public static Outcome<ElasticClient> Open(ElasticOptions options, TimeProvider clock, ILogger? log = null) =>
        ElasticTransport.Open(options, clock) is var opened && opened.Value is { } transport ? new ElasticClient(transport, options, clock, log ?? NullLogger.Instance) : opened.Problems.ToArray();

    public async Task<Outcome<ClusterHealth>> HealthAsync(CancellationToken ct)
    {
        var health = await AskAsync(HttpMethod.Get, "/_cluster/health", null, ct).ConfigureAwait(false);
        if (!health.Succeeded) return health.Problems.ToArray();
        var nodes = await AskAsync(HttpMethod.Get, "/_nodes?filter_path=nodes.*.version", null, ct).ConfigureAwait(false);
        if (!nodes.Succeeded) return nodes.Problems.ToArray();
        if (!health.Value.TryGetProperty("status", out var status) || !nodes.Value.TryGetProperty("nodes", out var all)) return new Problem("elastic.not-elasticsearch", null, "");
        var majors = all.EnumerateObject().Select(n => n.Value.GetProperty("version").GetString()!.Split('.')[0]).Select(v => int.Parse(v, System.Globalization.CultureInfo.InvariantCulture));
        return new ClusterHealth(status.GetString()!, majors.Min());
    }

    public async Task<Outcome<JsonElement>> IndicesAsync(string pattern, CancellationToken ct) =>
        await AskAsync(HttpMethod.Get, $"/{pattern}?expand_wildcards=all&features=aliases,mappings", null, ct).ConfigureAwait(false);

    public async Task<Outcome<Done>> CreateAsync(string index, JsonObject body, CancellationToken ct)
    {
        var made = await AskAsync(HttpMethod.Put, $"/{index}", body, ct).ConfigureAwait(false);
        return made.Succeeded || made.Problems[0] is { Code: "elastic.refused", Args: [_, "resource_already_exists_exception"] } ? Done.Instance : made.Problems.ToArray();
    }

    public async Task<Outcome<Done>> TemplateAsync(string name, JsonObject body, CancellationToken ct) =>
        Only(await AskAsync(HttpMethod.Put, $"/_index_template/{name}", body, ct).ConfigureAwait(false));

    public async Task<Outcome<Done>> DeleteAsync(string index, CancellationToken ct) =>
        Only(await AskAsync(HttpMethod.Delete, $"/{index}?ignore_unavailable=true", null, ct).ConfigureAwait(false));

    public async Task<Outcome<Done>> MoveAliasesAsync(IReadOnlyList<AliasMove> moves, CancellationToken ct)
    {
        var actions = new JsonArray();
        foreach (var m in moves)
        {
            foreach (var from in m.From) actions.Add(new JsonObject { ["remove"] = new JsonObject { ["index"] = from, ["alias"] = m.Alias, ["must_exist"] = false } });
            actions.Add(new JsonObject { ["add"] = new JsonObject { ["index"] = m.To, ["alias"] = m.Alias } });
        }
        return Only(await AskAsync(HttpMethod.Post, "/_aliases", new JsonObject { ["actions"] = actions }, ct).ConfigureAwait(false));
    }

    public async Task<Outcome<IReadOnlyList<BulkFault>>> BulkAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct)
    {
        var lines = new StringBuilder();
        foreach (var i in items)
        {
            var head = new JsonObject { ["_index"] = i.Index, ["_id"] = i.Id };
            if (i.Version is { } version) (head["version"], head["version_type"]) = (version, "external_gte");
            lines.Append(new JsonObject { [i.Document is null ? Delete : "index"] = head }.ToJsonString()).Append('\n');
            if (i.Document is { } document) lines.Append(document.ToJsonString()).Append('\n');
        }
        var path = $"/_bulk?require_alias={(toAliases ? "true" : "false")}&filter_path=items.*.status,items.*.error.type";
        var sent = await _transport.SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(lines.ToString()), "application/x-ndjson", ct).ConfigureAwait(false);
        if (!sent.Succeeded) return sent.Problems.ToArray();
        var faults = new List<BulkFault>();
        var at = 0;
        foreach (var item in sent.Value.Body.GetProperty("items").EnumerateArray())
        {
            var (action, result) = item.EnumerateObject().Select(a => (a.Name, a.Value)).First();
            var status = result.GetProperty("status").GetInt32();
            // what is to be deleted and is not there is done
            if (status >= 300 && !(action == Delete && status == (int)HttpStatusCode.NotFound)) faults.Add(new BulkFault(at, status, ElasticProblems.Kind(result)));
            at++;
        }
        return faults;
    }

    public async Task<Outcome<JsonElement>> GetAsync(IReadOnlyList<(string Index, string Id)> ids, IReadOnlyList<string> fields, CancellationToken ct)
    {
        JsonArray Source() => [.. fields.Select(f => (JsonNode)f)];
        var docs = new JsonArray([.. ids.Select(i => new JsonObject { ["_index"] = i.Index, ["_id"] = i.Id, ["_source"] = Source() })]);
        var answer = await AskAsync(HttpMethod.Post, "/_mget", new JsonObject { ["docs"] = docs }, ct).ConfigureAwait(false);
        if (!answer.Succeeded) return answer.Problems.ToArray();
        var found = answer.Value.GetProperty("docs");
        // a shard that is not there yet is no missing document
        foreach (var doc in found.EnumerateArray())
            if (ElasticProblems.Kind(doc) is { Length: > 0 } kind) return ElasticProblems.OfItem(404, kind);
        return found;
    }

    public async Task<Outcome<bool>> PutIfAsync(string index, string id, JsonObject document, (long SeqNo, long Term)? read, CancellationToken ct)
    {
        var path = read is { } r ? $"/{index}/_doc/{id}?if_seq_no={r.SeqNo}&if_primary_term={r.Term}" : $"/{index}/_create/{id}";
        var put = await AskAsync(HttpMethod.Put, path, document, ct).ConfigureAwait(false);
        if (put.Succeeded) return true;
        if (put.Problems[0] is { Code: "elastic.refused", Args: [_, "version_conflict_engine_exception"] }) return false;
        return put.Problems.ToArray();
    }

    public async Task<Outcome<JsonElement>> SearchAsync(string index, JsonObject body, CancellationToken ct) =>
        await AskAsync(HttpMethod.Post, $"/{index}/_search?allow_partial_search_results=false", body, ct).ConfigureAwait(false);

    public Task<Outcome<IReadOnlyList<JsonElement>>> SearchManyAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct) => _searches.AskAsync(index, bodies, ct);

    public async Task<Outcome<long>> CountAsync(string index, JsonObject query, CancellationToken ct)
    {
        var answer = await AskAsync(HttpMethod.Post, $"/{index}/_count", new JsonObject { ["query"] = query }, ct).ConfigureAwait(false);
        return answer.Succeeded ? answer.Value.GetProperty("count").GetInt64() : answer.Problems.ToArray();
    }

    public async Task<Outcome<Done>> RefreshAsync(string pattern, CancellationToken ct) => Only(await AskAsync(HttpMethod.Post, $"/{pattern}/_refresh", null, ct).ConfigureAwait(false));

    public async Task<Outcome<Done>> ExpungeAsync(string pattern, CancellationToken ct)
    {
        foreach (var step in (string[])[$"/{pattern}/_flush?wait_if_ongoing=true", $"/{pattern}/_forcemerge?only_expunge_deletes=true&flush=true"])
            if (await AskAsync(HttpMethod.Post, step, null, ct).ConfigureAwait(false) is { Succeeded: false } refused) return refused.Problems.ToArray();
        return Done.Instance;
    }

    public void Dispose() => _transport.Dispose();

    private static Outcome<Done> Only(Outcome<JsonElement> answer) => answer.Succeeded ? Done.Instance : answer.Problems.ToArray();

    private async Task<Outcome<JsonElement>> AskAsync(HttpMethod method, string path, JsonObject? body, CancellationToken ct)
    {
        var sent = await _transport.SendAsync(method, path, body?.ToJsonString(), ct).ConfigureAwait(false);
        if (!sent.Succeeded) return sent.Problems.ToArray();
        if (sent.Value.Status == HttpStatusCode.NotFound) return ElasticProblems.OfItem(404, ElasticProblems.Kind(sent.Value.Body));
        return sent.Value.Body;
    }
}
