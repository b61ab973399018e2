using System.Text.Json;
using FamilyReunite.Domain.Learning;

namespace FamilyReunite.Matching.Model;

/// <summary>Writes a model folder: beside it first, then in its place at once, so that no half model is ever found.</summary>
internal static class PairModelWriter
{
    /// <summary>The same files for an installation's database.</summary>
    public static LearntModelFiles InMemory(FittedModel fitted, PairModelCard card, PairModelWeights weights) =>
        new(JsonSerializer.Serialize(card, PairModelFiles.Json.PairModelCard), JsonSerializer.Serialize(weights, PairModelFiles.Json.PairModelWeights), fitted.ToZip());

    public static string Write(string folder, FittedModel fitted, PairModelCard card, PairModelWeights weights)
    {
        var target = Path.Combine(folder, card.Version);
        var draft = target + ".draft";
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        fitted.Save(Path.Combine(draft, PairModelFiles.Model));
        File.WriteAllText(Path.Combine(draft, PairModelFiles.Card), JsonSerializer.Serialize(card, PairModelFiles.Json.PairModelCard) + "\n");
        File.WriteAllText(Path.Combine(draft, PairModelFiles.Weights), JsonSerializer.Serialize(weights, PairModelFiles.Json.PairModelWeights) + "\n");
        File.WriteAllText(Path.Combine(draft, PairModelFiles.Reading), ModelCardText.Write(card, weights));
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        Directory.Move(draft, target);
        return target;
    }
}
