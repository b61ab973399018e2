using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Several searches in one request. Each has a status of its own: one that the cluster is too busy for, or one of whose shards did not answer, is asked again alone, later each time.</summary>
/// <param name="send">Sends lines to a path; repeats what failed as a whole.</param>
internal sealed class ManySearches(Func<string, byte[], CancellationToken, Task<Outcome<ElasticReply>>> send, ElasticOptions options, TimeProvider clock, ILogger log)
{
    /// <returns>The answers in the order of <paramref name="bodies"/>, each of every shard; <c>elastic.busy</c> when some still failed the last time, another problem for what will not pass.</returns>
    public async Task<Outcome<IReadOnlyList<JsonElement>>> AskAsync(string index, IReadOnlyList<JsonObject> bodies, CancellationToken ct)
    {
        var answers = new JsonElement[bodies.Count];
        IReadOnlyList<int> open = [.. Enumerable.Range(0, bodies.Count)];
        for (var attempt = 0; open.Count > 0; attempt++)
        {
            var sent = await send($"/{index}/_msearch", Lines(bodies, open), ct).ConfigureAwait(false);
            if (!sent.Succeeded) return sent.Problems.ToArray();
            // the index is gone
            if (sent.Value.Status == HttpStatusCode.NotFound) return ElasticProblems.OfItem(404, ElasticProblems.Kind(sent.Value.Body));
            if (!sent.Value.Body.TryGetProperty("responses", out var responses) || responses.GetArrayLength() != open.Count) return new Problem("elastic.not-elasticsearch", null, "Elasticsearch");
            var (failed, reasons) = (new List<int>(), new List<string>());
            foreach (var (place, answer) in open.Zip(responses.EnumerateArray()))
            {
                var status = answer.GetProperty("status").GetInt32();
                if (status == 200 && !ElasticProblems.LacksShards(answer)) answers[place] = answer;
                else if (!ElasticProblems.ItemMayPass(status, answer)) return ElasticProblems.OfItem(status, ElasticProblems.Kind(answer));
                else
                {
                    failed.Add(place);
                    reasons.Add($"{status} {ElasticProblems.Cause(answer)}".TrimEnd());
                }
            }
            if (failed.Count > 0)
            {
                var why = string.Join(", ", reasons.CountBy(r => r).Select(r => $"{r.Key} ({r.Value})"));
                if (attempt >= options.Retries)
                {
                    log.SearchesGivenUp(failed.Count, bodies.Count, attempt + 1, why);
                    return new Problem("elastic.busy", null, "Elasticsearch");
                }
                var wait = options.FirstWait * (1 << attempt);
                log.SearchesAskedAgain(failed.Count, open.Count, wait.TotalMilliseconds, why);
                await Task.Delay(wait, clock, ct).ConfigureAwait(false);
            }
            open = failed;
        }
        return answers;
    }

    private static byte[] Lines(IReadOnlyList<JsonObject> bodies, IReadOnlyList<int> which)
    {
        var lines = new StringBuilder();
        foreach (var i in which) lines.Append("{\"allow_partial_search_results\":false}\n").Append(bodies[i].ToJsonString()).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
