using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Cost of a heard village name over the nation, over a prefecture and below a county.</summary>
[MemoryDiagnoser]
public class VillageSearchBenchmarks
{
    private readonly PlaceResolver _places = new();

    [GlobalSetup]
    public void Load() => Nation();

    [Benchmark(Baseline = true)]
    public int Nation() => _places.Resolve(new PlaceQuery("阳家河", Top: 50, Deepest: DivisionLevel.Village)).Count;

    [Benchmark]
    public int Prefecture() => _places.Resolve(new PlaceQuery("阳家河", "5119", Deepest: DivisionLevel.Village)).Count;

    [Benchmark]
    public int Address() => _places.Resolve(new PlaceQuery("四川省南充市仪陇县苟角乡五福村", Deepest: DivisionLevel.Village)).Count;
}
