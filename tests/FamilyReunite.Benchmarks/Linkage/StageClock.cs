using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Matching.Linkage;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>When each stage of a run was first heard of; keys and blocks are made before the first word of blocking.</summary>
internal sealed class StageClock : IProgress<LinkProgress>
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly List<(LinkStage Stage, double Seconds)> _seen = [];

    public void Report(LinkProgress value)
    {
        lock (_gate)
            if (_seen.Count == 0 || _seen[^1].Stage != value.Stage) _seen.Add((value.Stage, Stopwatch.GetElapsedTime(_began).TotalSeconds));
    }

    public override string ToString() => string.Join(", ", _seen.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stage} from {s.Seconds:0.0}")));
}
