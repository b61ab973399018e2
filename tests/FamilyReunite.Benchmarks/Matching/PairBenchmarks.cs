using BenchmarkDotNet.Attributes;
using FamilyReunite.Matching;

namespace FamilyReunite.Benchmarks.Matching;

/// <summary>Cost of one compared pair, both languages' sentences included; each call takes the next pair of 50 persons × 1,000 reports.</summary>
[MemoryDiagnoser]
public class PairBenchmarks
{
    private readonly SimulatedPairs _pairs = new(50, 1000);
    private int _next;

    [Benchmark]
    public MatchScore Score()
    {
        var i = _next++;
        return _pairs.Scorer.Score(_pairs.Persons[i / _pairs.Reports.Length % _pairs.Persons.Length], _pairs.Reports[i % _pairs.Reports.Length]);
    }

    /// <summary>The score alone, as the night takes it of every retrieved report.</summary>
    [Benchmark]
    public double LogOdds()
    {
        var i = _next++;
        return _pairs.Scorer.LogOdds(_pairs.Persons[i / _pairs.Reports.Length % _pairs.Persons.Length], _pairs.Reports[i % _pairs.Reports.Length]);
    }
}
