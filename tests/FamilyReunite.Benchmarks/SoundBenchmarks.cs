using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Benchmarks;

/// <summary>Cost of comparing one heard village name with one written name; exact equality is the baseline of the ratio.</summary>
[MemoryDiagnoser]
public class SoundBenchmarks
{
    private readonly SoundComparer _comparer = new();

    [Benchmark(Baseline = true)]
    public bool Equality() => string.Equals("原阳镇", "鸳鸯镇", StringComparison.Ordinal);

    [Benchmark]
    public double Sound() => _comparer.LogLikelihood("原阳镇", "鸳鸯镇");
}
