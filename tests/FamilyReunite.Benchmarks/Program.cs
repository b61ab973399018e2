using BenchmarkDotNet.Running;
using FamilyReunite.Benchmarks.Clues;
using FamilyReunite.Benchmarks.Faces;
using FamilyReunite.Benchmarks.Linkage;
using FamilyReunite.Benchmarks.Matching;
using FamilyReunite.Benchmarks.MatchRun;
using FamilyReunite.Benchmarks.Photos;
using FamilyReunite.Benchmarks.Search;

// --night: the top twenty, a whole night and a night with few changes at 10 k and 100 k reports (reunite bench). --homes: home finding alone. --faces: search among 100,000 and a million faces. --elastic: 20 k and 100 k reports in the Elasticsearch that REUNITE_TEST_ELASTICSEARCH names. --learning: a challenger learnt from the decisions of 300 and 1,500 invented persons. --linkage [word] [seed] [--write FOLDER]: person files of several shapes, up to 100,000 rows, linked or written for the command. --photos: reading photos. --used-photos: finding a used photo among 100 k and 1 M. --quick: homes, pairs, then 10 k and 100 k reports in a few minutes; with --million also 1 M. Anything else goes to BenchmarkDotNet (--filter '*Query*', --job short …).
if (args.Contains("--night"))
{
    await NightQuickRun.RunAsync();
    return;
}
if (args.Contains("--learning"))
{
    await LearningQuickRun.RunAsync([300, 1500]);
    return;
}
if (args.Contains("--linkage"))
{
    var more = args.SkipWhile(a => a != "--linkage").Skip(1).TakeWhile(a => a != "--write").ToList();
    LinkageQuickRun.Run(more.Find(a => !int.TryParse(a, out _)), more.Sum(a => int.TryParse(a, out var seed) ? seed : 0), args.SkipWhile(a => a != "--write").ElementAtOrDefault(1));
    return;
}
if (args.Contains("--photos"))
{
    PhotoQuickRun.Run();
    return;
}
if (args.Contains("--used-photos"))
{
    await SamePictureQuickRun.RunAsync([100_000, 1_000_000]);
    return;
}
if (args.Contains("--faces"))
{
    FaceQuickRun.Run([100_000, 1_000_000]);
    return;
}
if (args.Contains("--homes"))
{
    HomeQuickRun.Run();
    return;
}
if (args.Contains("--elastic"))
{
    await ElasticQuickRun.RunAsync([20_000, 100_000]);
    return;
}
if (args.Contains("--quick"))
{
    HomeQuickRun.Run();
    PairQuickRun.Run();
    await QuickRun.RunAsync(args.Contains("--million") ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(QueryBenchmarks).Assembly).Run(args);
