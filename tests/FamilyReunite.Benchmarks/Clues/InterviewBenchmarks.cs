using BenchmarkDotNet.Attributes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Cost of choosing the next question over the whole bank and all names, and of reading an answer.</summary>
[MemoryDiagnoser]
public class InterviewBenchmarks
{
    private static readonly HashSet<string> Nothing = [];
    private readonly HomeInterview _interview = new(new InMemoryQuestionBank());
    private HomeDistribution _prior = null!, _oneCounty = null!;

    [GlobalSetup]
    public void Load()
    {
        var all = CountySet.All;
        _prior = new HomeDistribution([.. all.Select(c => c.Share)], [], declined: true);
        _oneCounty = new HomeDistribution([.. all.Select(c => c.Code.Digits == "510623" ? c.Share * 0.2 + 0.8 : c.Share * 0.2)], [], declined: false);
        NothingKnown();
        OneCounty();
    }

    [Benchmark(Baseline = true)]
    public int NothingKnown() => _interview.Next(_prior, Nothing, InterviewMeans.Speaks, 8).Count;

    [Benchmark]
    public int Understands() => _interview.Next(_prior, Nothing, InterviewMeans.Understands, 8).Count;

    [Benchmark]
    public int OneCounty() => _interview.Next(_oneCounty, Nothing, InterviewMeans.Understands, 8).Count;

    [Benchmark]
    public double ReadWord() => _interview.Read(new HomeAnswer("potato", ProposedOption.Said, "洋芋"))!.Ratio[0];

    [Benchmark]
    public double ReadName() => _interview.Read(new HomeAnswer("name:510623", ProposedOption.Yes))!.Ratio[0];
}
