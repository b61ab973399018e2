using BenchmarkDotNet.Attributes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Postings;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>The 50 best reports for one person.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private FilledIndex _filled = null!;
    private CandidateQuery[] _queries = [];
    private FlatSearch _flat = null!;
    private FlatQuery[] _flatQueries = [];
    private int _next;

    [Params(10_000, 100_000, 1_000_000)]
    public int Reports { get; set; }

    [GlobalSetup]
    public async Task Fill()
    {
        _filled = new FilledIndex();
        await _filled.BuildAsync(Reports);
        _queries = [.. Enumerable.Range(0, 64).Select(i => _filled.Query(i * (Reports / 64)))];
        var asked = new QueryTokens();
        _flatQueries = [.. _queries.Select(asked.Add)];
        _flat = new FlatSearch(_filled.Index.Lay(RecordKind.Missing, asked, default) ?? throw new InvalidOperationException("The postings cannot be laid out."));
    }

    [GlobalCleanup]
    public void Remove() => _filled.Dispose();

    [Benchmark]
    public Task<IReadOnlyList<IndexHit>> OneQuery() => _filled.Index.SearchAsync(_queries[_next++ % _queries.Length], default);

    /// <summary>The same from postings laid out in memory, as a big night asks.</summary>
    [Benchmark]
    public int[] OneQueryOfMany() => _flat.Best(_flatQueries[_next++ % _flatQueries.Length]);
}
