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
        t.AppendLine().AppendLine("| group | persons | hit@1 | hit@5 | hit@10 | recall@50 | recall@300 |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var g in r.Details.Groups) t.AppendLine(C, $"| {g.Group} | {g.Persons:N0} | {Range(g.HitAt1)} | {Range(g.HitAt5)} | {Range(g.HitAt10)} | {Range(g.RecallAt50)} | {Range(g.RecallAt300)} |");
        t.AppendLine().AppendLine(C, $"PR-AUC {r.PrAuc:0.000} · Brier {r.Brier:0.00000} · ECE {r.Ece:0.00000} · {r.PairsPerSecond:N0} pairs/s");
        t.AppendLine(C, $"at probability {r.Options.SuggestFrom:0.00} and above: {r.MatesSuggested:P1} of the mates, {r.FalseSuggestionsPerQuery:0.000} wrong reports a person without one");
        t.AppendLine().AppendLine("| opened down to | reports found | opened for each found | wrong ones a person without a report |").AppendLine("|---|---|---|---|");
        foreach (var l in r.Details.Lines) t.AppendLine(C, $"| {l.From:0.00} | {Range(l.Confirmed)} | {Number(l.OpenedPerConfirmed)} | {Number(l.FalsePerPersonAlone)} |");
        t.AppendLine().AppendLine(C, $"ties: best place {r.Details.FirstTied:P2} of the persons, the report itself {r.Details.MateTied:P2}");
        t.AppendLine().AppendLine("| features compared | pairs | mean predicted | observed |").AppendLine("|---|---|---|---|");
        foreach (var a in r.Details.Amounts) t.AppendLine(C, $"| {a.Amount} | {a.Pairs:N0} | {a.Predicted:0.00000} | {a.Observed:0.00000} |");
        t.AppendLine().AppendLine("| predicted from | pairs | mean predicted | observed |").AppendLine("|---|---|---|---|");
        foreach (var b in r.Calibration) t.AppendLine(C, $"| {b.From:0.0} | {b.Pairs:N0} | {b.Predicted:0.000} | {b.Observed:0.000} |");
        return t.ToString();
    }

    private static string Number(Interval? i) => i is null ? "–" : string.Create(C, $"{i.Value:0.00} ({i.Low:0.00}–{i.High:0.00})");

    /// <summary>"67.9 % (62–73)".</summary>
    private static string Range(Interval? i) => i is null ? "–" : string.Create(C, $"{i.Value:P1} ({100 * i.Low:0}–{100 * i.High:0})");
}
