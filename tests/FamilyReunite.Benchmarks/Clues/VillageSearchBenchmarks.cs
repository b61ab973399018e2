using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>
/// One heard village name of two and of three syllables against all 620,000 villages and 41,000 towns: the 50 and the 300 best, and the share of every county;
/// the same over a prefecture, and a whole address. One thread.
/// </summary>
[MemoryDiagnoser]
public class VillageSearchBenchmarks
{
    private readonly PlaceResolver _places = new();

    [Params("阳河", "阳家河")]
    public string Heard { get; set; } = "";

    [GlobalSetup]
    public void Load() => _places.Resolve(new PlaceQuery("阳家河", Deepest: DivisionLevel.Village));

    [Benchmark(Baseline = true)]
    public int Nation() => _places.Resolve(new PlaceQuery(Heard, Top: 50, Deepest: DivisionLevel.Village)).Count;

    [Benchmark]
    public int Nation300() => _places.Resolve(new PlaceQuery(Heard, Top: 300, Deepest: DivisionLevel.Village)).Count;

    [Benchmark]
    public int Counties() => _places.Counties(new PlaceQuery(Heard, Deepest: DivisionLevel.Village)).Counties.Count;

    [Benchmark]
    public int Prefecture() => _places.Resolve(new PlaceQuery(Heard, "5119", Deepest: DivisionLevel.Village)).Count;

    [Benchmark]
    public int Address() => _places.Resolve(new PlaceQuery("四川省南充市仪陇县苟角乡" + Heard + "村", Deepest: DivisionLevel.Village)).Count;
}
