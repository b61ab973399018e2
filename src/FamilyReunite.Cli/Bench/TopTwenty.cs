using System.Diagnostics;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using FamilyReunite.Search;

namespace FamilyReunite.Cli.Bench;

/// <summary>How long one question takes on one thread: a person's clues in, the best twenty reports out, ranked and explained in two languages.</summary>
internal sealed class TopTwenty(ICandidateIndex index, IClueTokenizer tokenizer, ClueSource clues, IPairScorer scorer, MatchOptions options)
{
    /// <param name="versions">Of all open reports.</param>
    /// <returns>Milliseconds a person, fastest first.</returns>
    public async Task<IReadOnlyList<double>> MeasureAsync(IReadOnlyList<ClueSet> persons, IReadOnlyDictionary<Guid, long> versions, CancellationToken ct)
    {
        var times = new List<double>(persons.Count);
        foreach (var warm in persons.Take(10)) await AskAsync(warm, versions, ct);
        foreach (var person in persons)
        {
            var began = Stopwatch.GetTimestamp();
            await AskAsync(person, versions, ct);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return times;
    }

    private async Task<List<MatchScore>> AskAsync(ClueSet person, IReadOnlyDictionary<Guid, long> versions, CancellationToken ct)
    {
        var hits = await index.SearchAsync(tokenizer.Query(person, RecordKind.Missing, options.Retrieved), ct);
        var reports = new List<(ClueSet Clues, double Score)>(hits.Count);
        foreach (var hit in hits)
            if (versions.TryGetValue(hit.RecordId, out var version) && clues.Find(hit.RecordId, version) is { } report) reports.Add((report, scorer.LogOdds(person, report)));
        return [.. reports.OrderByDescending(r => r.Score).Take(options.KeptPerPerson).Select(r => scorer.Score(person, r.Clues))];
    }
}
