using System.Text.Json;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>Reads a model folder and refuses what does not belong to this program.</summary>
public sealed class PairModelLoader
{
    private readonly FeatureSet _features;

    public PairModelLoader(IPlaceResolver places) => _features = new FeatureSet(places);

    /// <param name="folder">The folder that holds one folder a version.</param>
    /// <param name="version">Null takes the newest.</param>
    /// <returns>The model, or: model.missing, model.unreadable, model.feature-mismatch, model.probe-mismatch.</returns>
    public Outcome<PairModel> Load(string folder, string? version = null)
    {
        var name = version ?? Newest(folder);
        if (name is null || !IsVersion(name) || !Directory.Exists(Path.Combine(folder, name))) return new Problem("model.missing", "model", name ?? "");
        try
        {
            var (card, weights) = (Read(Path.Combine(folder, name, PairModelFiles.Card), PairModelFiles.Json.PairModelCard), Read(Path.Combine(folder, name, PairModelFiles.Weights), PairModelFiles.Json.PairModelWeights));
            return card is null || weights is null ? new Problem("model.unreadable", "model", name) : Check(card, weights);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return new Problem("model.unreadable", "model", name);
        }
    }

    /// <summary>The same for a model whose files are kept elsewhere.</summary>
    /// <param name="version">Named in a problem.</param>
    /// <returns>The model, or: model.unreadable, model.feature-mismatch, model.probe-mismatch.</returns>
    public Outcome<PairModel> Read(string version, string cardJson, string weightsJson)
    {
        try
        {
            var (card, weights) = (JsonSerializer.Deserialize(cardJson, PairModelFiles.Json.PairModelCard), JsonSerializer.Deserialize(weightsJson, PairModelFiles.Json.PairModelWeights));
            return card is null || weights is null || card.Version != version ? new Problem("model.unreadable", "model", version) : Check(card, weights);
        }
        catch (JsonException)
        {
            return new Problem("model.unreadable", "model", version);
        }
    }

    /// <summary>The highest version in the folder; null when there is none.</summary>
    public static string? Newest(string folder) => !Directory.Exists(folder) ? null
        : Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OfType<string>().Where(IsVersion).MaxBy(Version.Parse);

    internal static bool IsVersion(string name) => Version.TryParse(name, out _);

    private Outcome<PairModel> Check(PairModelCard card, PairModelWeights weights)
    {
        if (card.FeatureHash != _features.OrderHash) return new Problem("model.feature-mismatch", "model", card.Version);
        var byStep = _features.Comparators.Select(c => c.Steps.Select((s, i) => i == 0 ? 0 : weights.Weights.GetValueOrDefault($"{c.Feature}/{s.Name}", double.NaN)).ToArray()).ToArray();
        if (byStep.Any(f => f.Any(w => !double.IsFinite(w))) || !double.IsFinite(weights.Prior) || !double.IsFinite(weights.Offset) || weights.Slope is not (> 0 and < double.PositiveInfinity))
            return new Problem("model.unreadable", "model", card.Version);
        var model = new PairModel(card.Version, card.FeatureHash, weights.Prior, byStep, weights.Slope, weights.Offset);
        return ProbeSet.Hash(model, _features) == card.ProbeHash ? model : new Problem("model.probe-mismatch", "model", card.Version);
    }

    private static T? Read<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, type);
    }
}
