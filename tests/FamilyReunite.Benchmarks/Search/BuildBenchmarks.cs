using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Tokens;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>Making tokens of one report, and building an index of 10,000 of them.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private readonly ClueTokenizer _tokenizer = new();
    private readonly (MissingReport Record, ClueSet Clues) _report = InventedRecords.Report(42);

    [Benchmark]
    public IndexDocument TokensOfOneReport() => _tokenizer.Document(_report.Record, _report.Clues);

    [Benchmark]
    public async Task IndexOfTenThousand()
    {
        using var filled = new FilledIndex();
        await filled.BuildAsync(10_000);
    }
}
