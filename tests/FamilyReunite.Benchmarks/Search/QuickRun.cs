using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>A few minutes' measurement with one line a size; for the README and for a look before and after a change.</summary>
internal static class QuickRun
{
    private const int Queries = 200;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var c = CultureInfo.InvariantCulture;
        Console.WriteLine(string.Create(c, $"Workload: invented reports (seeded, about {TokensPerReport():0} tokens each); {Queries} queries of persons known by a heard name, three readings of a home, an estimated age and a mark; 50 best; one thread unless said; {Environment.ProcessorCount} processors."));
        Console.WriteLine("| reports | tokens + build, s | records/s | disk, B/record | heap, B/record | query p50, ms | p95, ms | max, ms | queries/s, all processors | mate in 50 |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var n in sizes) Console.WriteLine(await MeasureAsync(n, c));
    }

    private static async Task<string> MeasureAsync(int n, CultureInfo c)
    {
        using var filled = new FilledIndex();
        var watch = Stopwatch.StartNew();
        await filled.BuildAsync(n);
        var build = watch.Elapsed.TotalSeconds;
        var disk = filled.DiskBytes();
        var step = Math.Max(1, n / Queries);
        var queries = Enumerable.Range(0, Queries).Select(i => filled.Query(i * step % n)).ToList();
        filled.Index.Dispose();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        filled.Reopen();
        foreach (var q in queries.Take(20)) await filled.Index.SearchAsync(q, default);
        var heap = Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - before);
        var (times, found) = (new List<double>(Queries), 0);
        for (var i = 0; i < Queries; i++)
        {
            watch.Restart();
            var hits = await filled.Index.SearchAsync(queries[i], default);
            times.Add(watch.Elapsed.TotalMilliseconds);
            var mate = InventedRecords.Report(i * step % n).Record.Id;
            if (hits.Any(h => h.RecordId == mate)) found++;
        }
        times.Sort();
        watch.Restart();
        await Parallel.ForEachAsync(queries, async (q, ct) => await filled.Index.SearchAsync(q, ct));
        var rate = Queries / watch.Elapsed.TotalSeconds;
        if (await filled.Index.CountAsync(RecordKind.Missing, default) != n) throw new InvalidOperationException("The index does not hold every record.");
        return string.Create(c, $"| {n:N0} | {build:0.0} | {n / build:N0} | {disk / n} | {heap / n} | {times[Queries / 2]:0.00} | {times[Queries * 95 / 100]:0.00} | {times[^1]:0.00} | {rate:N0} | {100.0 * found / Queries:0} % |");
    }

    private static double TokensPerReport()
    {
        using var filled = new FilledIndex();
        return Enumerable.Range(0, 200).Average(i => filled.Document(i).Tokens.Count);
    }
}
