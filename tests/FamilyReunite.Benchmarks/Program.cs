using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(FamilyReunite.Benchmarks.SoundBenchmarks).Assembly).Run(args);
