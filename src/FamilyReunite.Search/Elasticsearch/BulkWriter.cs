using FamilyReunite.Domain;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Writes many documents; sends again only what was refused because the cluster was busy.</summary>
internal sealed class BulkWriter(IElasticsearch cluster, ElasticOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>Documents a request: about 5 KB each.</summary>
    public const int ItemsPerRequest = 500;

    private const int Conflict = 409;
    private const int Busy = 429;
    private const int Unavailable = 503;

    public async Task<Outcome<Done>> WriteAsync(IReadOnlyList<BulkItem> items, bool toAliases, CancellationToken ct)
    {
        foreach (var chunk in items.Chunk(ItemsPerRequest))
        {
            var written = await WriteChunkAsync(chunk, toAliases, ct).ConfigureAwait(false);
            if (!written.Succeeded) return written;
        }
        return Done.Instance;
    }

    private async Task<Outcome<Done>> WriteChunkAsync(IReadOnlyList<BulkItem> waiting, bool toAliases, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var sent = await cluster.BulkAsync(waiting, toAliases, ct).ConfigureAwait(false);
            if (!sent.Succeeded) return sent.Problems.ToArray();
            // a conflict says that something newer is held: what was asked for has been overtaken
            var faults = sent.Value!.Where(f => f.Status != Conflict).ToList();
            if (faults.Count == 0) return Done.Instance;
            if (faults.Find(f => f.Kind == ElasticProblems.BlockKind || f.Status is not (Busy or Unavailable)) is { } lasting) return ElasticProblems.OfItem(lasting.Status, lasting.Kind);
            if (attempt >= options.Retries) return new Problem("elastic.busy", null, "Elasticsearch");
            log.BulkSentAgain(faults.Count, waiting.Count);
            waiting = [.. faults.Select(f => waiting[f.Item])];
            await Task.Delay(options.FirstWait * (1 << attempt), clock, ct).ConfigureAwait(false);
        }
    }
}
