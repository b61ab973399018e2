using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Evaluation;

/// <summary>An evaluation as one HTML file in Chinese and English: pictures inline, nothing loaded from elsewhere, readable on a phone, printable. What could not be measured is a dash.</summary>
public static class EvaluationHtml
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    private const string Style = ":root{--ink:#1b2126;--soft:#4d5963;--paper:#fff;--hair:#dfe4e7;--line:#818c95;--blue:#0b6a99;--pale:#bfd9e6}@media(prefers-color-scheme:dark){:root{--ink:#e9eef1;--soft:#aab6be;--paper:#13181b;--hair:#2d363c;--line:#7a868e;--blue:#74c0e8;--pale:#24485a}}"
        + "body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei UI','Noto Sans CJK SC',sans-serif;max-width:62rem;margin:0 auto;padding:1rem;color:var(--ink);background:var(--paper)}h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{max-width:44em}.soft{color:var(--soft);font-size:.9rem}"
        + ".scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}th,td{padding:.3rem .55rem;border-bottom:1px solid var(--hair);text-align:right;white-space:nowrap}th:first-child,td:first-child{text-align:left;white-space:normal;min-width:7.5rem}th{font-weight:600;vertical-align:bottom}td small,th small{display:block;color:var(--soft);font-weight:400}"
        + ".pair{display:flex;flex-wrap:wrap;gap:1rem 2rem}figure{margin:0}.pair>figure{flex:1 1 300px;max-width:400px}svg{max-width:100%;height:auto;font-size:11px;fill:var(--ink)}svg .small{font-size:9px;fill:var(--soft)}.frame{fill:none;stroke:var(--line)}.aid{stroke:var(--line);stroke-dasharray:3 3}.line{fill:none;stroke:var(--blue);stroke-width:2}.thin{stroke-width:1}.dot,.bar{fill:var(--blue)}.pale{fill:var(--pale)}.range{stroke:var(--ink);stroke-width:2}"
        + ".big{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0;padding:0;list-style:none}.big li{border:1px solid var(--hair);border-radius:6px;padding:.5rem .75rem}.big b{display:block;font-size:1.3rem}@media print{body{font-size:11pt;max-width:none}h2{break-after:avoid}figure,tr,.big li{break-inside:avoid}.scroll{overflow:visible}}";

    public static string Page(EvaluationReport r)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>比对评估 · Matching evaluated</title><style>").Append(Style).Append("</style></head>\n<body><main><h1>比对评估 · <span lang=\"en\">Matching evaluated</span></h1>\n");
        page.Append(C, $"<p>模型 {r.ModelVersion}，种子 {r.Options.Seed}：{r.Queries:N0} 位虚构受助人员，其中 {r.Overall.Persons:N0} 位在 {r.Options.Reports:N0} 份寻人登记中有自己的一份；比对 {r.Pairs:N0} 对。<br><span lang=\"en\">Model {r.ModelVersion}, seed {r.Options.Seed}: {r.Queries:N0} invented persons, {r.Overall.Persons:N0} of them with a report among {r.Options.Reports:N0}; {r.Pairs:N0} pairs compared.</span></p>\n");
        page.Append("<p class=\"soft\">全部人物都是编造的。这些数字可以比较版本，不能代替实地的数字。括号内是按人重抽样得到的 95 % 范围。<br><span lang=\"en\">Every person is invented. The figures compare versions; they are no field figures. In brackets: 95 % ranges, persons drawn anew.</span></p>\n");
        Main(page, r);
        Section(page, "各组的检索与命中", "Retrieval and hits by group", "浅色：检索到 300 份以内；深色：排第一；横线：95 % 范围。", "Pale: among 300 retrieved; dark: ranked first; line: its 95 % range.");
        page.Append("<figure>").Append(EvaluationCharts.Groups(r.Details.Groups)).Append("</figure>\n");
        Groups(page, r.Details.Groups);
        Section(page, "概率是否属实", "Do probabilities come true", null, null);
        page.Append("<div class=\"pair\"><figure>").Append(EvaluationCharts.Reliability(r.Calibration)).Append("</figure><figure>").Append(EvaluationCharts.PrecisionRecall(r.Details.PrecisionByRecall)).Append("</figure><figure>").Append(EvaluationCharts.RecallByDepth(DetailFigures.Depths, r.Details.RecallByDepth)).Append("</figure></div>\n");
        Table(page, ["所称概率起<small>stated from</small>", "对数<small>pairs</small>", "平均所称<small>mean stated</small>", "属实<small>came true</small>"], r.Calibration.Select(b => (string[])[b.From.ToString("0.0", C), b.Pairs.ToString("N0", C), b.Predicted.ToString("0.000", C), b.Observed.ToString("0.000", C)]));
        Section(page, "按证据多少", "By amount of evidence", "一对记录中双方都说到的项目越多，证据越多。", "The more features both records speak of, the more evidence a pair has.");
        Table(page, ["可比项目<small>features compared</small>", "对数<small>pairs</small>", "其中同一人<small>the same person</small>", "平均所称<small>mean stated</small>", "属实<small>came true</small>"], r.Details.Amounts.Select(a => (string[])[Both(a.Amount), a.Pairs.ToString("N0", C), a.Same.ToString("N0", C), a.Predicted.ToString("0.00000", C), a.Observed.ToString("0.00000", C)]));
        Section(page, "复核的工作量", "The reviewer's work", "从高到低打开候选，直到找到，或概率低于这条线。", "Candidates are opened from the top, until the right one is found or the probability falls below the line.");
        Table(page, ["打开到<small>opened down to</small>", "找到的比例<small>reports found</small>", "每找到一份打开几个<small>opened for each found</small>", "没有登记的人，每人误提几个<small>wrong ones a person without a report</small>"], r.Details.Lines.Select(l => (string[])[l.From.ToString("0.00", C), Percent(l.Confirmed), Number(l.OpenedPerConfirmed, "0.0"), Number(l.FalsePerPersonAlone, "0.00")]));
        page.Append(C, $"<p>并列：{r.Details.FirstTied:P2} 的人首位并列；{r.Details.MateTied:P2} 的正确登记与别的候选同分。<br><span lang=\"en\">Ties: the best place is shared for {r.Details.FirstTied:P2} of the persons; {r.Details.MateTied:P2} of the right reports share their probability with another.</span></p>\n");
        return page.Append("</main></body></html>\n").ToString();
    }

    private static void Main(StringBuilder page, EvaluationReport r)
    {
        var all = r.Details.Groups[0];
        page.Append("<ul class=\"big\">");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("首位 · hit@1", Percent(all.HitAt1)), ("前五 · hit@5", Percent(all.HitAt5)), ("前十 · hit@10", Percent(all.HitAt10)), ("检索 · recall@50", Percent(all.RecallAt50)), ("检索 · recall@300", Percent(all.RecallAt300)),
            ("PR-AUC", Number(r.Details.PrAuc, "0.000")), ("Brier", Number(r.Details.Brier, "0.00000")), ("ECE", Number(r.Details.Ece, "0.00000")),
        ])
            page.Append(C, $"<li>{name}<b>{value.Split(' ', 2)[0]}</b><span class=\"soft\">{(value.Contains(' ', StringComparison.Ordinal) ? value.Split(' ', 2)[1] : "")}</span></li>");
        page.Append("</ul>\n");
    }

    private static void Groups(StringBuilder page, IReadOnlyList<GroupFigures> groups) => Table(page,
        ["组<small>group</small>", "人数<small>persons</small>", "首位<small>hit@1</small>", "前五<small>hit@5</small>", "前十<small>hit@10</small>", "检索 50<small>recall@50</small>", "检索 300<small>recall@300</small>"],
        groups.Select(g => (string[])[Both(g.Group), g.Persons.ToString("N0", C), Percent(g.HitAt1), Percent(g.HitAt5), Percent(g.HitAt10), Percent(g.RecallAt50), Percent(g.RecallAt300)]));

    private static void Section(StringBuilder page, string zh, string en, string? noteZh, string? noteEn)
    {
        page.Append(C, $"<h2>{zh} · <span lang=\"en\">{en}</span></h2>\n");
        if (noteZh is not null) page.Append(C, $"<p class=\"soft\">{noteZh}<br><span lang=\"en\">{noteEn}</span></p>\n");
    }

    private static void Table(StringBuilder page, string[] heads, IEnumerable<string[]> rows)
    {
        page.Append("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>").AppendJoin("", heads.Select(h => $"<th scope=\"col\">{h}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows) page.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{cell}</td>")).Append("</tr>");
        page.Append("</tbody></table></div>\n");
    }

    private static string Both(string group)
    {
        var (zh, en) = GroupWords.Of(group);
        return $"{System.Net.WebUtility.HtmlEncode(zh)}<small lang=\"en\">{System.Net.WebUtility.HtmlEncode(en)}</small>";
    }

    private static string Percent(Interval? i) => i is null ? "–" : string.Create(C, $"{100 * i.Value:0.0}% ({100 * i.Low:0}–{100 * i.High:0})");

    private static string Number(Interval? i, string form) => i is null ? "–" : $"{i.Value.ToString(form, C)} ({i.Low.ToString(form, C)}–{i.High.ToString(form, C)})";
}
