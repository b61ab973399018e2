using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Learning;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Learning;

/// <summary>Fits a challenger to invented people and an installation's own decisions, and tries it against the model in force. It proposes; nothing comes into force here.</summary>
/// <param name="sources">A fresh candidate source; <see cref="BlockingSource"/> when null.</param>
public sealed class DecisionTrainer(IClueReader reader, IPlaceResolver places, TimeProvider clock, Func<ICandidateSource>? sources = null)
{
    private readonly Func<ICandidateSource> _sources = sources ?? (() => new BlockingSource());
    private readonly FeatureSet _features = new(places);

    /// <param name="present">The model in force.</param>
    /// <returns>The challenger with its trial; <c>learning.too-few</c> with confirmed, rejected and needed.</returns>
    public async Task<Outcome<LearntChallenger>> TrainAsync(LearningOptions o, PairModel present, IReadOnlyList<DecidedPair> decided, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var reading = new DecidedSteps(_features);
        var read = decided.Select(d => (d.PersonId, d.Same, Steps: reading.Of(d))).ToList();
        var usable = read.Where(r => r.Steps is not null).ToList();
        var pairs = usable.ConvertAll(r => new LabelledPair(r.Steps!, r.Same, (float)o.DecisionWeight));
        if (Math.Min(pairs.Count(p => p.Same), pairs.Count(p => !p.Same)) < LearningOptions.FewestOfEach)
            return new Problem("learning.too-few", "decisions", pairs.Count(p => p.Same), pairs.Count(p => !p.Same), LearningOptions.FewestOfEach);
        var folds = new DecisionFolds([.. usable.Select(r => r.PersonId)], pairs, o.Folds);
        var invented = await TrainingPairs.MakeAsync(o.People, reader, _features, _sources, progress, ct);
        var fitting = new ChallengerFit(_features, invented, folds, o);
        var fitted = fitting.Linear(progress, ct);
        var model = fitted.Whole.ToPairModel(o.Version);
        var trial = await TryAsync(o, present, model, fitting, fitted.Judged, read.Count - usable.Count, progress, ct);
        return new LearntChallenger(Files(o, model, fitted.Whole, invented, pairs), model, trial);
    }

    private async Task<TrialReport> TryAsync(LearningOptions o, PairModel present, PairModel challenger, ChallengerFit fitting, IReadOnlyList<double> judged, int dropped, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var (pairs, persons) = (fitting.Folds.Pairs, fitting.Folds.Persons);
        bool[] same = [.. pairs.Select(p => p.Same)];
        var now = new DecisionScores([.. pairs.Select(p => present.Probability(ProbeSet.Score(present, p.Steps)))], same);
        var then = new DecisionScores(judged, same);
        var gain = then.GainOver(now, persons, o.Seed);
        var fresh = ReadPopulation.Simulate(new(o.People.EvaluationSeed, o.EvaluationPersons, o.Reports, o.ShareWithMate, SimulationProfile.Evaluation), reader, progress, ct);
        var (before, after) = (await OnInventedAsync(new LogisticPairScorer(present, places)), await OnInventedAsync(new LogisticPairScorer(challenger, places)));
        TreeFigures? grown = null;
        if (fitting.Trees(progress, ct) is { } trees)
        {
            var scores = new DecisionScores(trees.Judged, same);
            grown = new TreeFigures(scores.Figures(), scores.GainOver(then, persons, o.Seed), await OnInventedAsync(new TreePairScorer(trees.Whole, _features)));
        }
        return new TrialReport(present.Version, challenger.Version, persons.Distinct().Count(), same.Count(s => s), same.Count(s => !s), dropped, now.Figures(), then.Figures(), gain, before, after, grown, Judge(now.Figures(), gain, before, after));

        async Task<InventedFigures> OnInventedAsync(IPairScorer scorer) => InventedFigures.Of(await new PairEvaluator(scorer, reader, _sources)
            .EvaluateAsync(new EvaluationOptions(o.Seed, o.EvaluationPersons, o.Reports, o.ShareWithMate, o.CandidatesPerPerson), fresh, progress, ct));
    }

    /// <summary>Better by the margin, not by chance, and nothing lost where the decisions do not speak.</summary>
    private static TrialVerdict Judge(DecisionFigures now, Interval gain, InventedFigures before, InventedFigures after) =>
        gain.Low <= 0 || gain.Value < LearningOptions.Margin * now.LogLoss ? TrialVerdict.NoBetter
        : after.HitAt10 < before.HitAt10 - LearningOptions.MostLost || after.PrAuc < before.PrAuc - LearningOptions.MostLost ? TrialVerdict.WorseOnInvented
        : TrialVerdict.Better;

    private LearntModelFiles Files(LearningOptions o, PairModel model, FittedModel fitted, TrainingPairs invented, List<LabelledPair> decided)
    {
        var pairs = invented.Fit.Concat(decided).ToList();
        var card = PairModelCards.Of(_features, model, fitted, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            new TrainingRequestCard(o.Seed, o.Persons, o.Reports, pairs.Count, pairs.Count(p => p.Same), o.Persons, o.ShareWithMate, o.CandidatesPerPerson, o.RandomPerPerson, o.L2, []), null,
            new DecisionsCard(decided.Count(d => d.Same), decided.Count(d => !d.Same), o.DecisionWeight));
        return PairModelWriter.InMemory(fitted, card, PairModelWeights.Of(model, fitted, _features));
    }
}

/// <param name="Files">What the installation keeps of it.</param>
public sealed record LearntChallenger(LearntModelFiles Files, PairModel Model, TrialReport Trial);
