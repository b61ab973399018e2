using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Cost of finding home: nothing to go on (baseline), an accent alone, one village by sound all over the country, and a whole case with a journey.</summary>
[MemoryDiagnoser]
public class HomeBenchmarks
{
    private readonly HomeFinder _finder = new(new PlaceResolver());
    private readonly HomeCase _nothing = new() { FoundPlace = "上海市" };
    private readonly HomeCase _accent = new() { DialectJudgement = "像川北口音", FoundPlace = "上海市" };
    private readonly HomeCase _village = new() { HeardPlaces = ["七里井"], FoundPlace = "河南省商丘市夏邑县" };
    private readonly HomeCase _whole = new() { Text = "随身有一张甘肃陇西到上海的火车票，吃浆水面，住窑洞。", HeardPlaces = ["原阳县原阳镇", "苟角"], DialectWords = ["尕娃"], DialectJudgement = "西北口音", FoundPlace = "上海市" };

    [GlobalSetup]
    public void Load() => Whole();

    [Benchmark(Baseline = true)]
    public int Nothing() => _finder.Find(_nothing).Best(20).Count;

    [Benchmark]
    public int Accent() => _finder.Find(_accent).Best(20).Count;

    [Benchmark]
    public int Village() => _finder.Find(_village).Best(20).Count;

    [Benchmark]
    public int Whole() => _finder.Find(_whole).Best(20).Count;
}
