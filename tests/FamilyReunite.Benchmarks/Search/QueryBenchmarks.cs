using BenchmarkDotNet.Attributes;
using FamilyReunite.Search;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>The 50 best reports for one person.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private FilledIndex _filled = null!;
    private CandidateQuery[] _queries = [];
    private int _next;

    [Params(10_000, 100_000, 1_000_000)]
    public int Reports { get; set; }

    [GlobalSetup]
    public async Task Fill()
    {
        _filled = new FilledIndex();
        await _filled.BuildAsync(Reports);
        _queries = [.. Enumerable.Range(0, 64).Select(i => _filled.Query(i * (Reports / 64)))];
    }

    [GlobalCleanup]
    public void Remove() => _filled.Dispose();

    [Benchmark]
    public Task<IReadOnlyList<IndexHit>> OneQuery() => _filled.Index.SearchAsync(_queries[_next++ % _queries.Length], default);
}
