using System.Diagnostics;
using FamilyReunite.Clues;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Evaluation;

/// <summary>Measures retrieval and scoring together on persons whose reports are known.</summary>
/// <param name="sources">A fresh candidate source; <see cref="BlockingSource"/> when null.</param>
public sealed class PairEvaluator(IPairScorer scorer, IClueReader reader, Func<ICandidateSource>? sources = null)
{
    private const string AnyStratum = "all";

    private readonly Func<ICandidateSource> _sources = sources ?? (() => new BlockingSource());

    /// <summary>On a fresh population of the evaluation profile.</summary>
    public Task<EvaluationReport> EvaluateAsync(EvaluationOptions options, IProgress<StepProgress>? progress, CancellationToken ct) =>
        EvaluateAsync(options, ReadPopulation.Simulate(new(options.Seed, options.Persons, options.Reports, options.ShareWithMate, SimulationProfile.Evaluation), reader, progress, ct), progress, ct);

    /// <summary>On given records.</summary>
    public async Task<EvaluationReport> EvaluateAsync(EvaluationOptions options, ReadPopulation population, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        await using var source = _sources();
        await source.FillAsync(population.Reports, ct);
        var byId = population.Reports.ToDictionary(r => r.Id);
        var results = new List<QueryResult>(population.Persons.Count);
        var watch = new Stopwatch();
        foreach (var person in population.Persons)
        {
            var candidates = await source.FindAsync(person, options.Limit, ct);
            watch.Start();
            var scores = candidates.Select(id => scorer.Score(person.Clues, byId[id].Clues)).ToList();
            watch.Stop();
            results.Add(Result(population, person, candidates, scores));
            if (results.Count % 50 == 0) progress?.Report(new StepProgress("evaluate", results.Count, population.Persons.Count));
        }
        return Report(options, results, watch.Elapsed.TotalSeconds);
    }

    private static QueryResult Result(ReadPopulation population, ReadRecord person, IReadOnlyList<Guid> ids, List<MatchScore> scores)
    {
        var mate = population.Mates.TryGetValue(person.Id, out var m) ? m : (Guid?)null;
        var found = scores.Select((s, i) => new ScoredCandidate(s.Probability, ids[i] == mate, s.Evidence.Count(e => e.Level != AgreementLevel.NothingToCompare))).ToList();
        var clues = QueryResult.KindsOf(person.Clues);
        if (mate is null) return new QueryResult(null, null, null, clues, found);
        var at = found.FindIndex(f => f.Same);
        var rank = at < 0 ? (int?)null : found.Count(f => f.Probability >= found[at].Probability);
        return new QueryResult(population.Strata.GetValueOrDefault(person.Id, AnyStratum), rank, at < 0 ? null : at + 1, clues, found);
    }

    private EvaluationReport Report(EvaluationOptions options, List<QueryResult> results, double seconds)
    {
        var pairs = results.SelectMany(r => r.Pairs).ToList();
        var mated = results.Where(r => r.HasMate).ToList();
        var alone = results.Where(r => !r.HasMate).ToList();
        var bins = PairFigures.Calibration(pairs);
        return new EvaluationReport(options, scorer.ModelVersion, results.Count, pairs.Count, HitRates.Of(mated), mated.GroupBy(r => r.Stratum!).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => HitRates.Of([.. g])),
            PairFigures.AveragePrecision(pairs, mated.Count), PairFigures.Brier(pairs), PairFigures.Ece(bins),
            alone.Count == 0 ? 0 : (double)alone.Sum(r => r.Pairs.Count(p => p.Probability >= options.SuggestFrom)) / alone.Count,
            mated.Count == 0 ? 0 : (double)mated.Count(r => r.Pairs.Any(p => p.Same && p.Probability >= options.SuggestFrom)) / mated.Count,
            bins, seconds > 0 ? pairs.Count / seconds : 0, new DetailMaker(results, options.Seed).Make());
    }
}
