using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Model;

/// <summary>The card for people: what the model is for, what it was fitted to, how well it does and what it weighs.</summary>
internal static class ModelCardText
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static string Write(PairModelCard card, PairModelWeights weights)
    {
        var t = new StringBuilder();
        t.AppendLine(C, $"# Pair model {card.Version}").AppendLine();
        t.AppendLine("Says how likely a stranded person and a missing report are the same human being, from what both records say. It proposes; people decide. It never confirms anybody.").AppendLine();
        t.AppendLine(C, $"* Logistic regression (ML.NET {card.MlNetVersion}) over agreement levels, {weights.Columns.Count} columns with no weight below zero; calibrated after Platt on the candidate lists of other persons.");
        t.AppendLine(C, $"* Trained {card.TrainedOn:yyyy-MM-dd} with seed {card.Training.Seed} on {card.Training.Persons:N0} invented persons against {card.Training.Reports:N0} reports: {card.Training.Pairs:N0} pairs, {card.Training.TruePairs:N0} of them true; {card.Training.CandidatesPerPerson} retrieved and {card.Training.RandomPerPerson} random reports a person.");
        t.AppendLine(C, $"* The probability holds for a report that retrieval put among {card.Training.CandidatesPerPerson} candidates when {card.Training.ShareWithMate:P0} of the persons have a report at all ({card.Training.CalibrationPersons:N0} persons). Where more or fewer have one, probabilities are too low or too high; their order stays.");
        t.AppendLine(C, $"* {card.Licence}").AppendLine(C, $"* {card.Notes}").AppendLine();
        if (card.Figures is { } f) Figures(t, f);
        t.AppendLine("## Weights").AppendLine();
        t.AppendLine(C, $"Prior {weights.Prior:0.000}; probability = 1 / (1 + exp(-({weights.Slope:0.000} x score {(weights.Offset < 0 ? '-' : '+')} {Math.Abs(weights.Offset):0.000}))). Nothing to compare weighs 0.").AppendLine();
        t.AppendLine("| feature | step | weight |").AppendLine("|---|---|---|");
        foreach (var (key, weight) in weights.Weights) t.AppendLine(C, $"| {key[..key.IndexOf('/', StringComparison.Ordinal)]} | {key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..]} | {weight:+0.00;-0.00;0} |");
        return t.ToString().ReplaceLineEndings("\n");
    }

    private static void Figures(StringBuilder t, FiguresCard f)
    {
        t.AppendLine("## Figures on persons never seen").AppendLine();
        t.AppendLine(C, $"Evaluation profile, seed {f.Seed}, {f.Persons:N0} persons, {f.Reports:N0} reports.").AppendLine();
        t.AppendLine("| hit@1 | hit@5 | hit@10 | recall of retrieval | PR-AUC | Brier | ECE | false suggestions a query without a mate |").AppendLine("|---|---|---|---|---|---|---|---|");
        t.AppendLine(C, $"| {f.HitAt1:P1} | {f.HitAt5:P1} | {f.HitAt10:P1} | {f.RecallOfRetrieval:P1} | {f.PrAuc:0.000} | {f.Brier:0.0000} | {f.Ece:0.0000} | {f.FalseSuggestionsPerQuery:0.000} |").AppendLine();
    }
}
