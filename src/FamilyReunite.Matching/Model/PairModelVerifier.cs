using System.Text.Json;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>Shows that the weights of a folder are those of the ML.NET model beside them. Takes a second or two, so it is left to `evaluate` and `doctor`.</summary>
public sealed class PairModelVerifier(IPlaceResolver places)
{
    /// <summary>Largest difference of a score that single precision explains.</summary>
    public const double Tolerance = 1e-3;

    private readonly FeatureSet _features = new(places);
    private readonly PairModelLoader _loader = new(places);

    /// <returns>The largest difference between a score or probability of the ML.NET model and ours over the probe set; or what <see cref="PairModelLoader.Load"/> says, or model.zip-mismatch.</returns>
    public Outcome<double> Verify(string folder, string? version = null)
    {
        var loaded = _loader.Load(folder, version);
        if (loaded.Value is not { } model) return loaded.Problems.ToArray();
        try
        {
            var files = Path.Combine(folder, model.Version);
            var weights = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(files, PairModelFiles.Weights)), PairModelFiles.Json.PairModelWeights);
            if (StepColumns.Named(_features, weights!.Columns) is not { } columns) return new Problem("model.unreadable", "model", model.Version);
            var most = Difference(model, FittedModel.Predict(Path.Combine(files, PairModelFiles.Model), columns, ProbeSet.Steps(_features)));
            return most <= Tolerance ? most : new Problem("model.zip-mismatch", "model", model.Version);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or InvalidOperationException or ArgumentException)
        {
            return new Problem("model.unreadable", "model", model.Version);
        }
    }

    private double Difference(PairModel model, IReadOnlyList<PairAnswer> theirs) => ProbeSet.Steps(_features).Select((steps, i) =>
    {
        var ours = ProbeSet.Score(model, steps);
        return Math.Max(Math.Abs(ours - theirs[i].Score), Math.Abs(model.Probability(ours) - theirs[i].Probability));
    }).Max();
}
