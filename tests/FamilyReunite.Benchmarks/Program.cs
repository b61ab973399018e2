using BenchmarkDotNet.Running;
using FamilyReunite.Benchmarks.Matching;
using FamilyReunite.Benchmarks.Search;

// --quick: pairs, then 10 k and 100 k reports in a few minutes; with --million also 1 M. Anything else goes to BenchmarkDotNet (--filter '*Query*', --job short …).
if (args.Contains("--quick"))
{
    PairQuickRun.Run();
    await QuickRun.RunAsync(args.Contains("--million") ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(QueryBenchmarks).Assembly).Run(args);
