using System.Buffers;
using System.Diagnostics;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Clues;
using FamilyReunite.Matching;
using FamilyReunite.Search.Postings;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>What one big run holds in memory: the postings laid out flat, every person's query, which version of which report is open. Makes the shortlists of a wave of persons in two passes:
/// person by person through the postings, then report by report through the clues, so that each report's clues are read once a wave however many persons it was retrieved for.</summary>
internal sealed class NightField(IReadOnlyDictionary<Guid, NightQuery> queries, FlatPostings postings, long[] versions, ClueSource clues, IPairScorer scorer)
{
    /// <summary>Stands for a report that is not open.</summary>
    public const long NotOpen = -1;

    private const int ReportsPerStep = 512;

    /// <summary>Seconds spent in the two passes so far.</summary>
    public (double Retrieve, double Score) Seconds { get; private set; }

    /// <param name="progress">Gets persons done, counted over both passes together.</param>
    /// <returns>Nothing for persons who are not open or whose clues were changed since; they are compared one by one.</returns>
    public IReadOnlyDictionary<Guid, Shortlist> Shortlists(IReadOnlyList<Guid> wave, Action<double>? progress, CancellationToken ct)
    {
        var everywhere = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount };
        var persons = wave.Where(queries.ContainsKey).Select(id => (Id: id, Query: queries[id], Clues: clues.Find(id, queries[id].Version))).Where(p => p.Clues is not null).ToArray();
        var found = new int[persons.Length][];
        var (first, second) = (0, 0);
        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, persons.Length, everywhere, () => new FlatSearch(postings), (p, _, search) =>
        {
            found[p] = Array.FindAll(search.Best(persons[p].Query.Flat), n => versions[n] != NotOpen);
            if (Interlocked.Increment(ref first) % 500 == 0) progress?.Invoke(0.5 * first / persons.Length);
            return search;
        }, _ => { });
        var retrieved = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (starts, byReport) = Transposed(found, postings.Ids.Count);
        var best = Array.ConvertAll(persons, p => new BestRecords(postings.Ids));
        var compared = new int[persons.Length];
        for (var p = 0; p < persons.Length; p++) best[p].Begin(persons[p].Query.Room);
        var steps = (versions.Length + ReportsPerStep - 1) / ReportsPerStep;
        Parallel.For(0, steps, everywhere, step =>
        {
            for (var n = step * ReportsPerStep; n < Math.Min(versions.Length, (step + 1) * ReportsPerStep); n++)
                Score(n, byReport.AsSpan(starts[n], starts[n + 1] - starts[n]));
            if (Interlocked.Increment(ref second) % 50 == 0) progress?.Invoke(0.5 + 0.5 * second / steps);
        });
        Seconds = (Seconds.Retrieve + retrieved, Seconds.Score + Stopwatch.GetElapsedTime(began).TotalSeconds - retrieved);
        return Enumerable.Range(0, persons.Length).ToDictionary(p => persons[p].Id, p => new Shortlist(persons[p].Query.Version, compared[p], [.. best[p].InOrder().Select(n => postings.Ids[n])]));

        void Score(int report, ReadOnlySpan<int> own)
        {
            if (own.IsEmpty || clues.Find(postings.Ids[report], versions[report]) is not { } read) return;
            var beside = new ClueSet[own.Length];
            for (var i = 0; i < own.Length; i++) beside[i] = persons[own[i]].Clues!;
            var scores = ArrayPool<double>.Shared.Rent(own.Length);
            scorer.LogOdds(beside, read, scores);
            for (var i = 0; i < own.Length; i++)
            {
                Interlocked.Increment(ref compared[own[i]]);
                // the bound only rises, so an old one lets in too much at worst
                if (scores[i] < best[own[i]].Least) continue;
                lock (best[own[i]]) best[own[i]].Offer(report, scores[i]);
            }
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    /// <summary>Which persons each report was retrieved for, as one array with the start of each report's part.</summary>
    private static (int[] Starts, int[] Persons) Transposed(int[][] found, int reports)
    {
        var starts = new int[reports + 1];
        foreach (var list in found)
            foreach (var n in list) starts[n + 1]++;
        for (var n = 0; n < reports; n++) starts[n + 1] += starts[n];
        var (at, persons) = (starts.AsSpan(0, reports).ToArray(), new int[starts[^1]]);
        for (var p = 0; p < found.Length; p++)
            foreach (var n in found[p]) persons[at[n]++] = p;
        return (starts, persons);
    }
}

/// <param name="Version">Of the person.</param>
/// <param name="Room">Reports that may be explained.</param>
internal sealed record NightQuery(long Version, FlatQuery Flat, int Room);
