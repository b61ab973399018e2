using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FamilyReunite.Matching.Evaluation;

/// <summary>An evaluation as a table in Markdown or as JSON.</summary>
public static class EvaluationText
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>One line of JSON.</summary>
    public static string Json(EvaluationReport report) => JsonSerializer.Serialize(report, Web);

    public static string Table(EvaluationReport r)
    {
        var t = new StringBuilder();
        t.AppendLine(C, $"model {r.ModelVersion} · seed {r.Options.Seed} · {r.Queries:N0} persons, {r.Overall.Persons:N0} with a report · {r.Pairs:N0} pairs");
        t.AppendLine().AppendLine("| stratum | persons | hit@1 | hit@5 | hit@10 | retrieved |").AppendLine("|---|---|---|---|---|---|");
        Row(t, "all", r.Overall);
        foreach (var (stratum, rates) in r.ByStratum) Row(t, stratum, rates);
        t.AppendLine().AppendLine(C, $"PR-AUC {r.PrAuc:0.000} · Brier {r.Brier:0.00000} · ECE {r.Ece:0.00000} · {r.PairsPerSecond:N0} pairs/s");
        t.AppendLine(C, $"at probability {r.Options.SuggestFrom:0.00} and above: {r.MatesSuggested:P1} of the mates, {r.FalseSuggestionsPerQuery:0.000} wrong reports a person without one");
        t.AppendLine().AppendLine("| predicted from | pairs | mean predicted | observed |").AppendLine("|---|---|---|---|");
        foreach (var b in r.Calibration) t.AppendLine(C, $"| {b.From:0.0} | {b.Pairs:N0} | {b.Predicted:0.000} | {b.Observed:0.000} |");
        return t.ToString();
    }

    private static void Row(StringBuilder t, string name, HitRates h) =>
        t.AppendLine(C, $"| {name} | {h.Persons:N0} | {h.HitAt1:P1} | {h.HitAt5:P1} | {h.HitAt10:P1} | {h.Retrieved:P1} |");
}
