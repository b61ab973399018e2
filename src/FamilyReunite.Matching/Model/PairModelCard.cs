using System.Text.Json.Serialization;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>What card.json of a model folder says.</summary>
/// <param name="FeatureHash">SHA-256 over features and steps in order.</param>
/// <param name="ProbeHash">SHA-256 over the answers to the fixed probe set.</param>
/// <param name="TrainedOn">Day of training, UTC.</param>
/// <param name="Figures">Measured on persons of another seed and the evaluation profile.</param>
/// <param name="Decisions">What an installation's own decisions added; null for a shipped model.</param>
public sealed record PairModelCard(string Version, IReadOnlyList<FeatureCard> Features, string FeatureHash, string ProbeHash, string MlNetVersion, DateOnly TrainedOn,
    TrainingRequestCard Training, FiguresCard? Figures, string Licence, string Notes, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DecisionsCard? Decisions = null);

/// <param name="Same">Pairs that people confirmed.</param>
/// <param name="Different">Pairs that people rejected because it is somebody else.</param>
/// <param name="Weight">How many invented pairs each counted for.</param>
public sealed record DecisionsCard(int Same, int Different, double Weight);

public sealed record FeatureCard(string Feature, IReadOnlyList<string> Steps);

/// <param name="Persons">Stranded persons of the fit.</param>
/// <param name="Pairs">Pairs of the fit, <paramref name="TruePairs"/> of them true.</param>
/// <param name="CalibrationPersons">Other persons, on whose candidate lists the calibration was fitted.</param>
public sealed record TrainingRequestCard(int Seed, int Persons, int Reports, int Pairs, int TruePairs, int CalibrationPersons, double ShareWithMate, int CandidatesPerPerson, int RandomPerPerson, double L2, IReadOnlyList<string> DroppedColumns);

public sealed record FiguresCard(int Seed, int Persons, int Reports, double HitAt1, double HitAt5, double HitAt10, double RecallOfRetrieval, double PrAuc, double Brier, double Ece, double FalseSuggestionsPerQuery);

/// <summary>What weights.json of a model folder says: copied from the ML.NET model beside it, so that a start needs no ML.NET.</summary>
/// <param name="Weights">Weight by "feature/step"; nothing to compare is left out, it weighs 0.</param>
public sealed record PairModelWeights(double Prior, double Slope, double Offset, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<string> Columns)
{
    internal static PairModelWeights Of(PairModel model, FittedModel fitted, FeatureSet features) => new(model.Prior, model.Slope, model.Offset,
        features.Comparators.SelectMany((c, f) => c.Steps.Skip(1).Select((s, i) => (Key: $"{c.Feature}/{s.Name}", Weight: model.Weights[f][i + 1]))).ToDictionary(x => x.Key, x => x.Weight), fitted.Columns.Names);
}
