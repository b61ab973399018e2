using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Cost of comparing one heard village name with one written name, of explaining it, and of listing the ten likeliest forms of a name; exact equality is the baseline of the ratio.</summary>
[MemoryDiagnoser]
public class SoundBenchmarks
{
    private readonly SoundComparer _comparer = new();
    private readonly HeardForms _forms = new();

    [Benchmark(Baseline = true)]
    public bool Equality() => string.Equals("原阳镇", "鸳鸯镇", StringComparison.Ordinal);

    [Benchmark]
    public double Sound() => _comparer.LogLikelihood("原阳镇", "鸳鸯镇");

    [Benchmark]
    public int Explained() => _comparer.Explain("原阳镇", "鸳鸯镇").Steps.Count;

    [Benchmark]
    public int Forms() => _forms.Of("鸳鸯镇", 10).Count;
}
