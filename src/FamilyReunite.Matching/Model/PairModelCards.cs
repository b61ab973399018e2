using System.Reflection;
using FamilyReunite.Matching.Comparison;
using Microsoft.ML;

namespace FamilyReunite.Matching.Model;

/// <summary>Fills in the card of a model that was just fitted.</summary>
internal static class PairModelCards
{
    /// <summary>The package's version; the assembly's own stays 1.0.</summary>
    private static readonly string MlNetVersion = typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private const string Licence = "Fitted to invented people of this repository's simulator; no record of a real person was used. Same licence as the repository.";
    private const string Notes = "Weights come from a simulation. Read the figures as a comparison between versions; what stations see differs.";
    private const string OwnLicence = "Fitted to invented people and to decisions of this installation. It stays in this installation.";
    private const string OwnNotes = "Decided pairs are those that were proposed and looked at; what was never proposed is learnt from invented people alone.";

    /// <param name="training">Without the columns that the fit left out; they are filled in here.</param>
    public static PairModelCard Of(FeatureSet features, PairModel model, FittedModel fitted, DateOnly trainedOn, TrainingRequestCard training, FiguresCard? figures, DecisionsCard? decisions = null) => new(
        model.Version, [.. features.Comparators.Select(c => new FeatureCard(c.Feature, [.. c.Steps.Select(s => s.Name)]))], features.OrderHash, ProbeSet.Hash(model, features), MlNetVersion, trainedOn,
        training with { DroppedColumns = [.. StepColumns.All(features).Names.Except(fitted.Columns.Names)] }, figures, decisions is null ? Licence : OwnLicence, decisions is null ? Notes : OwnNotes, decisions);
}
