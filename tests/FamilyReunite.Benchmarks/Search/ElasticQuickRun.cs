using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>What one node does with the invented reports: a line a size, for the page on sizing. Its indices are deleted afterwards.</summary>
internal static class ElasticQuickRun
{
    public const string Variable = "REUNITE_TEST_ELASTICSEARCH";

    private const int Queries = 200;
    private const int Chunk = 500;
    private const int AtOnce = 4;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } url)
        {
            Console.WriteLine($"Set {Variable} to the address of an Elasticsearch that may be written to.");
            return;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"One node, one shard, no copy; {Queries} queries, 50 best; {AtOnce} at once for queries/s; {Environment.ProcessorCount} processors shared by node and asker."));
        Console.WriteLine("| reports | tokens + build, s | records/s | disk, B/record | query p50, ms | p95, ms | max, ms | queries/s | mate in 50 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var n in sizes) Console.WriteLine(await MeasureAsync(new Uri(url), n));
    }

    private static async Task<string> MeasureAsync(Uri url, int n)
    {
        using var documents = new FilledIndex();
        var options = new ElasticOptions([url], $"reunite-bench-{n}");
        using var client = ElasticClient.Open(options, TimeProvider.System).Value!;
        var opened = await ElasticCandidateIndex.OpenAsync(client, options, TimeProvider.System, NullLogger<ElasticCandidateIndex>.Instance, default);
        if (opened.Value is not { } made) throw new ElasticException(opened.Problems[0]);
        using var index = made;
        try
        {
            var watch = Stopwatch.StartNew();
            await using (var build = await index.BeginRebuildAsync(default))
            {
                for (var from = 0; from < n; from += Chunk)
                    await build.AddAsync([.. Enumerable.Range(from, Math.Min(Chunk, n - from)).AsParallel().Select(documents.Document)], default);
                await build.SwapAsync(1, default);
            }
            var seconds = watch.Elapsed.TotalSeconds;
            await index.PurgeAsync(default);
            var disk = await StoredAsync(url, options.Prefix);
            var step = Math.Max(1, n / Queries);
            var queries = Enumerable.Range(0, Queries).Select(i => documents.Query(i * step % n)).ToList();
            foreach (var q in queries.Take(20)) await index.SearchAsync(q, default);
            var (times, found) = (new List<double>(Queries), 0);
            for (var i = 0; i < Queries; i++)
            {
                watch.Restart();
                var hits = await index.SearchAsync(queries[i], default);
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (hits.Any(h => h.RecordId == InventedRecords.Report(i * step % n).Record.Id)) found++;
            }
            times.Sort();
            watch.Restart();
            await Parallel.ForEachAsync(queries, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (q, ct) => await index.SearchAsync(q, ct));
            var rate = Queries / watch.Elapsed.TotalSeconds;
            if (await index.CountAsync(RecordKind.Missing, default) != n) throw new InvalidOperationException("The index does not hold every record.");
            return string.Create(CultureInfo.InvariantCulture, $"| {n:N0} | {seconds:0.0} | {n / seconds:N0} | {disk / n} | {times[Queries / 2]:0.0} | {times[Queries * 95 / 100]:0.0} | {times[^1]:0.0} | {rate:N0} | {100.0 * found / Queries:0} % |");
        }
        finally
        {
            foreach (var held in (await client.IndicesAsync($"{options.Prefix}-*", default)).Value.EnumerateObject()) await client.DeleteAsync(held.Name, default);
        }
    }

    /// <summary>Bytes of all primary shards.</summary>
    private static async Task<long> StoredAsync(Uri url, string prefix)
    {
        using var http = new HttpClient { BaseAddress = url };
        var stats = await http.GetFromJsonAsync<JsonElement>(new Uri($"{prefix}-*/_stats/store", UriKind.Relative));
        return stats.GetProperty("_all").GetProperty("primaries").GetProperty("store").GetProperty("size_in_bytes").GetInt64();
    }
}
