using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Training;

namespace FamilyReunite.Matching.Learning;

/// <summary>Fits once for every fold, so that each decided pair is judged by a model that has seen neither the person nor a calibration on them, and once more on nearly all.</summary>
internal sealed class ChallengerFit(FeatureSet features, TrainingPairs invented, DecisionFolds folds, LearningOptions options)
{
    public DecisionFolds Folds => folds;

    /// <returns>The model to keep, and what the models of the folds said of each decided pair.</returns>
    public (FittedModel Whole, IReadOnlyList<double> Judged) Linear(IProgress<StepProgress>? progress, CancellationToken ct) =>
        Fit("fit", (pairs, calibration) => FittedModel.Fit(features, pairs, calibration, options.Seed, options.L2, null, ct), fitted =>
        {
            var model = fitted.ToPairModel("fold");
            return steps => model.Probability(ProbeSet.Score(model, steps));
        }, progress, ct);

    /// <returns>Null when LightGBM's library cannot be loaded on this system.</returns>
    public (BoostedTrees Whole, IReadOnlyList<double> Judged)? Trees(IProgress<StepProgress>? progress, CancellationToken ct)
    {
        try
        {
            return Fit("trees", (pairs, calibration) => BoostedTrees.Fit(features, pairs, calibration, options.Seed), trees => steps => trees.Probability(steps), progress, ct);
        }
        catch (Exception e) when (e is DllNotFoundException || e.InnerException is DllNotFoundException)
        {
            return null;
        }
    }

    private (T Whole, IReadOnlyList<double> Judged) Fit<T>(string stage, Func<IReadOnlyList<LabelledPair>, IReadOnlyList<LabelledPair>, T> fit, Func<T, Func<byte[], double>> answer, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var judged = new double[folds.Pairs.Count];
        for (var fold = 0; fold < folds.Count; fold++)
        {
            ct.ThrowIfCancellationRequested();
            progress?.Report(new StepProgress(stage, fold, folds.Count + 1));
            var calibrates = (fold + 1) % folds.Count;
            var say = answer(fit([.. invented.Fit, .. folds.Beside(calibrates, fold)], [.. invented.Calibration, .. folds.In(calibrates)]));
            foreach (var i in folds.Of(fold)) judged[i] = say(folds.Pairs[i].Steps);
        }
        progress?.Report(new StepProgress(stage, folds.Count, folds.Count + 1));
        return (fit([.. invented.Fit, .. folds.Beside(0, null)], [.. invented.Calibration, .. folds.In(0)]), judged);
    }
}
