using System.Globalization;
using System.Text;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Report;

/// <summary>Drawings as inline SVG.</summary>
internal static class Charts
{
    private const int Size = 320;
    private const int Edge = 40;
    private const int MostPoints = 400;
    private const double WidestBar = 160;
    private const double BarUnit = 8;

    /// <summary>Where the line between for and against stands, and the figures.</summary>
    private const int Middle = 610, Figures = 785, Wide = 840;

    public static string Curve(IReadOnlyList<CurvePoint> curve)
    {
        var step = Math.Max(1, curve.Count / MostPoints);
        var points = string.Join(' ', curve.Where((_, i) => i % step == 0 || i == curve.Count - 1).Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Recall):0.#},{Y(p.Precision):0.#}")));
        return Frame("召回 · recall", "准确 · precision", $"<polyline points=\"{points}\" fill=\"none\" stroke=\"#0b6bcb\" stroke-width=\"2\"/>");
    }

    public static string Calibration(IReadOnlyList<CalibrationStep> steps)
    {
        var drawn = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\" stroke=\"#8a97a5\" stroke-dasharray=\"4\"/>"));
        foreach (var s in steps.Where(s => s.Pairs > 0))
            drawn.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(s.Stated):0.#}\" cy=\"{Y(s.True):0.#}\" r=\"{2 + Math.Log10(s.Pairs):0.#}\" fill=\"#0b6bcb\"><title>{s.Pairs}: {s.Stated:0.00} → {s.True:0.00}</title></circle>");
        return Frame("所称概率 · stated", "属实比例 · true", drawn.ToString());
    }

    public static string Weights(IReadOnlyList<Field> fields, LinkModel model)
    {
        var (rows, y) = (new StringBuilder(), 0);
        for (var f = 0; f < fields.Count; f++)
        {
            y += 24;
            rows.Append(CultureInfo.InvariantCulture, $"<text x=\"4\" y=\"{y}\" font-weight=\"bold\">{LinkReport.Text(fields[f].Name)}</text>");
            for (var l = 1; l < fields[f].Levels.Count; l++)
            {
                var weight = model.Weights[f][l];
                // levels that hardly any true pair stands on would only fill the page
                if (model.M[f][l] < 0.002 && model.U[f][l] < 0.02) continue;
                var width = Math.Min(Math.Abs(weight) * BarUnit, WidestBar);
                y += 17;
                rows.Append(CultureInfo.InvariantCulture, $"<text x=\"14\" y=\"{y}\">{LevelWords.Zh(fields[f].Levels[l].Code)} · {LevelWords.En(fields[f].Levels[l].Code)}</text><rect x=\"{(weight < 0 ? Middle - width : Middle):0.#}\" y=\"{y - 11}\" width=\"{width:0.#}\" height=\"12\" fill=\"{(weight < 0 ? "#c2410c" : "#0b6bcb")}\"/><text x=\"{Figures}\" y=\"{y}\">{weight:+0.00;−0.00}</text>");
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Wide} {y + 12}\" width=\"{Wide}\" font-size=\"12\" role=\"img\" aria-label=\"weights\"><line x1=\"{Middle}\" y1=\"0\" x2=\"{Middle}\" y2=\"{y + 8}\" stroke=\"#8a97a5\"/>{rows}</svg>");
    }

    private static string Frame(string across, string up, string drawn) => string.Create(CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {Size + 2 * Edge} {Size + 2 * Edge}\" width=\"400\" font-size=\"12\" role=\"img\" aria-label=\"{across} / {up}\"><rect x=\"{Edge}\" y=\"{Edge}\" width=\"{Size}\" height=\"{Size}\" fill=\"none\" stroke=\"#8a97a5\"/><path d=\"M{Edge} {Y(.5)}h{Size}M{X(.5)} {Edge}v{Size}\" stroke=\"#dfe5eb\"/><text x=\"{Edge - 6}\" y=\"{Y(.5) + 4}\" text-anchor=\"end\">.5</text><text x=\"{X(.5)}\" y=\"{Size + Edge + 14}\" text-anchor=\"middle\">.5</text><text x=\"{Edge}\" y=\"{Edge - 8}\">{up}</text><text x=\"{Size + Edge}\" y=\"{Size + Edge + 28}\" text-anchor=\"end\">{across}</text><text x=\"{Edge - 6}\" y=\"{Edge + 5}\" text-anchor=\"end\">1</text><text x=\"{Edge - 6}\" y=\"{Size + Edge}\" text-anchor=\"end\">0</text>{drawn}</svg>");

    private static double X(double share) => Edge + share * Size;

    private static double Y(double share) => Edge + (1 - share) * Size;
}
