using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Evaluation;

/// <summary>Drawings of an evaluation as inline SVG, coloured by the page's style.</summary>
internal static class EvaluationCharts
{
    private const int Size = 260, Edge = 44, Whole = Size + Edge + 20;
    private const int RowHeight = 30, BarsFrom = 150, BarsWide = 150;
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    /// <summary>What was stated beside what came true; a dot's area grows with the pairs behind it.</summary>
    public static string Reliability(IReadOnlyList<CalibrationBin> bins)
    {
        var drawn = new StringBuilder(string.Create(C, $"<line class=\"aid\" x1=\"{X(0):0.#}\" y1=\"{Y(0):0.#}\" x2=\"{X(1):0.#}\" y2=\"{Y(1):0.#}\"/>"));
        if (bins.Count > 1) drawn.Append(C, $"<polyline class=\"line thin\" points=\"{Points(bins.Select(b => (b.Predicted, b.Observed)))}\"/>");
        foreach (var b in bins) drawn.Append(C, $"<circle class=\"dot\" cx=\"{X(b.Predicted):0.#}\" cy=\"{Y(b.Observed):0.#}\" r=\"{3 + Math.Log10(Math.Max(1, b.Pairs)):0.#}\"><title>{b.Pairs:N0}: {b.Predicted:0.00} → {b.Observed:0.00}</title></circle>");
        return Frame("可靠性图 · reliability", "所称概率 · stated", "属实比例 · came true", "1", drawn.ToString());
    }

    public static string PrecisionRecall(IReadOnlyList<RecallPoint> curve) =>
        Frame("准确率与召回率 · precision and recall", "召回 · recall", "准确 · precision", "1", curve.Count == 0 ? "" : string.Create(C, $"<polyline class=\"line\" points=\"{Points(curve.Select(p => (p.Recall, p.Precision)))}\"/>"));

    /// <summary>Depth on a logarithmic axis.</summary>
    public static string RecallByDepth(IReadOnlyList<int> depths, IReadOnlyList<double> recall)
    {
        var deepest = Math.Log(depths[^1]);
        var points = depths.Select((d, i) => (Across: Math.Log(d) / deepest, Up: recall[i])).ToList();
        var marks = new StringBuilder();
        foreach (var d in (ReadOnlySpan<int>)[1, 10, 50, 300])
            marks.Append(C, $"<line class=\"aid\" x1=\"{X(Math.Log(d) / deepest):0.#}\" y1=\"{Y(0):0.#}\" x2=\"{X(Math.Log(d) / deepest):0.#}\" y2=\"{Y(1):0.#}\"/><text x=\"{X(Math.Log(d) / deepest):0.#}\" y=\"{Y(0) + 15:0.#}\" text-anchor=\"middle\">{d}</text>");
        return Frame("检索深度与召回 · recall by depth", "检索到第几份 · reports retrieved", "召回 · recall", "", marks + string.Create(C, $"<polyline class=\"line\" points=\"{Points(points)}\"/>"));
    }

    /// <summary>One bar a group, with its range; a pale one behind for what retrieval gave at all.</summary>
    public static string Groups(IReadOnlyList<GroupFigures> groups)
    {
        var rows = new StringBuilder();
        var shown = groups.Where(g => g.HitAt1 is not null && g.RecallAt300 is not null).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var (g, y, words) = (shown[i], i * RowHeight + 6, GroupWords.Of(shown[i].Group));
            rows.Append(C, $"<text x=\"0\" y=\"{y + 9}\">{words.Zh}</text><text class=\"small\" x=\"0\" y=\"{y + 20}\">{words.En}</text>");
            rows.Append(C, $"<rect class=\"pale\" x=\"{BarsFrom}\" y=\"{y}\" width=\"{BarsWide * g.RecallAt300!.Value:0.#}\" height=\"16\"/><rect class=\"bar\" x=\"{BarsFrom}\" y=\"{y}\" width=\"{BarsWide * g.HitAt1!.Value:0.#}\" height=\"16\"/>");
            rows.Append(C, $"<line class=\"range\" x1=\"{BarsFrom + BarsWide * g.HitAt1.Low:0.#}\" y1=\"{y + 8}\" x2=\"{BarsFrom + BarsWide * g.HitAt1.High:0.#}\" y2=\"{y + 8}\"/><text x=\"{BarsFrom + BarsWide + 6}\" y=\"{y + 12}\">{g.HitAt1.Value:0.00}</text>");
        }
        return string.Create(C, $"<svg viewBox=\"0 0 340 {shown.Count * RowHeight + 10}\" width=\"460\" role=\"img\" aria-label=\"hit@1\"><title>各组首位命中 · hit@1 by group</title>{rows}</svg>");
    }

    private static string Frame(string title, string across, string up, string most, string drawn) => string.Create(C,
        $"<svg viewBox=\"0 0 {Whole} {Whole + 14}\" width=\"340\" role=\"img\" aria-label=\"{title}\"><title>{title}</title><rect class=\"frame\" x=\"{Edge}\" y=\"20\" width=\"{Size}\" height=\"{Size}\"/><text x=\"{Edge}\" y=\"13\">{up}</text><text x=\"{Edge + Size}\" y=\"{Whole + 10}\" text-anchor=\"end\">{across}</text><text x=\"{Edge - 6}\" y=\"29\" text-anchor=\"end\">1</text><text x=\"{Edge - 6}\" y=\"{Size + 20}\" text-anchor=\"end\">0</text><text x=\"{Edge + Size}\" y=\"{Size + 35}\" text-anchor=\"end\">{most}</text>{drawn}</svg>");

    private static string Points(IEnumerable<(double Across, double Up)> points) => string.Join(' ', points.Select(p => string.Create(C, $"{X(p.Across):0.#},{Y(p.Up):0.#}")));

    private static double X(double share) => Edge + share * Size;

    private static double Y(double share) => 20 + (1 - share) * Size;
}
