using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Evaluation;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Training;

/// <summary>Trains a pair model on invented people and writes its folder. The same options give the same weights.</summary>
/// <param name="sources">A fresh candidate source; <see cref="BlockingSource"/> when null.</param>
public sealed class PairModelTrainer(IClueReader reader, IPlaceResolver places, TimeProvider clock, Func<ICandidateSource>? sources = null)
{
    private readonly Func<ICandidateSource> _sources = sources ?? (() => new BlockingSource());
    private readonly FeatureSet _features = new(places);

    /// <returns>The trained model, or model.version-invalid, model.version-exists.</returns>
    public async Task<Outcome<TrainedModel>> TrainAsync(TrainingOptions options, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var version = options.Version ?? Next(PairModelLoader.Newest(options.OutputFolder));
        if (!PairModelLoader.IsVersion(version)) return new Problem("model.version-invalid", "version", version);
        if (Directory.Exists(Path.Combine(options.OutputFolder, version))) return new Problem("model.version-exists", "version", version);

        var people = new TrainingPeople(options.Seed, options.Persons, options.CalibrationPersons, options.Reports, options.ShareWithMate, options.CandidatesPerPerson, options.RandomPerPerson);
        var pairs = await TrainingPairs.MakeAsync(people, reader, _features, _sources, progress, ct);
        var fitted = FittedModel.Fit(_features, pairs.Fit, pairs.Calibration, options.Seed, options.L2, progress is null ? null : new Rounds(progress), ct);
        var model = fitted.ToPairModel(version);
        var evaluation = options.EvaluationPersons == 0 ? null : await new PairEvaluator(new LogisticPairScorer(model, places), reader, _sources)
            .EvaluateAsync(new EvaluationOptions(people.EvaluationSeed, options.EvaluationPersons, options.Reports, options.ShareWithMate, options.CandidatesPerPerson), progress, ct);
        var card = Card(options, model, fitted, pairs.Fit, evaluation);
        var folder = PairModelWriter.Write(options.OutputFolder, fitted, card, PairModelWeights.Of(model, fitted, _features));
        return new TrainedModel(folder, model, card, evaluation);
    }

    private PairModelCard Card(TrainingOptions o, PairModel model, FittedModel fitted, IReadOnlyList<LabelledPair> pairs, EvaluationReport? evaluation) => PairModelCards.Of(
        _features, model, fitted, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        new TrainingRequestCard(o.Seed, o.Persons, o.Reports, pairs.Count, pairs.Count(p => p.Same), o.CalibrationPersons, o.ShareWithMate, o.CandidatesPerPerson, o.RandomPerPerson, o.L2, []), evaluation?.ToCard());

    private static string Next(string? newest) => newest is not null && Version.Parse(newest) is var v ? $"{v.Major}.{v.Minor + 1}" : "1.0";

    private sealed class Rounds(IProgress<StepProgress> progress) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new StepProgress("fit", value, 0));
    }
}
