using System.Globalization;
using System.Net;
using System.Text;
using FamilyReunite.Matching.Linkage.Columns;

namespace FamilyReunite.Matching.Linkage.Report;

/// <summary>The report of a link run: one HTML file in Chinese and English, pictures inline, nothing loaded from elsewhere. It shows the data of the pairs it gives as examples.</summary>
public static class LinkReport
{
    private const int Examples = 12;

    private const string Style = "body{font:15px/1.55 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2430;background:#fff}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}"
        + "table{border-collapse:collapse;margin:.5rem 0;display:block;overflow-x:auto}td,th{border:1px solid #cbd3dc;padding:.2rem .5rem;text-align:left;font-size:.85rem}td{white-space:nowrap}tr.p td{border-top:2px solid #8a97a5}.side{display:flex;flex-wrap:wrap;gap:0 2rem}.side h2{margin-bottom:0}svg{max-width:100%;height:auto}.n{text-align:right}p.q{color:#4d5b6a}";

    public static string Html(LinkRequest request, LinkResult result)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>链接报告 · Link report</title><style>").Append(Style).Append("</style><h1>链接报告 · Link report</h1>");
        Summary(page, request, result);
        var figures = request.Gold is { Count: > 0 } gold ? LinkFigures.Of(result, gold) : null;
        if (figures is not null)
        {
            page.Append("<div class=\"side\"><div><h2>准确率与召回率 · Precision and recall</h2>").Append(Charts.Curve(figures.Curve));
            page.Append("</div><div><h2>概率是否属实 · Calibration</h2>").Append(Charts.Calibration(figures.Calibration)).Append("</div></div>");
            page.Append(CultureInfo.InvariantCulture, $"<p>最佳 F1 · Best F1 <b>{figures.BestF1:0.0000}</b>（准确 · precision {figures.Precision:0.0000}, 召回 · recall {figures.Recall:0.0000}, 权重 · weight {figures.AtWeight:0.00}）</p>");
        }
        page.Append("<h2>各列各级的权重 · Weights by column and level</h2><p class=\"q\">书写无误时各级的权重，自然对数；右为支持，左为反对 · of carefully written pairs, natural logarithm; to the right for, to the left against</p>").Append(Charts.Weights(result.Details.Fields, result.Details.Model));
        if (figures is not null) Errors(page, request, result, figures);
        else Borderline(page, result);
        return page.Append("</html>\n").ToString();
    }

    private static void Summary(StringBuilder page, LinkRequest request, LinkResult result)
    {
        page.Append(CultureInfo.InvariantCulture, $"<p>{Text(request.Left.Name)}（{request.Left.Rows.Count:N0} 行 · rows）");
        if (request.Right is { } right) page.Append(CultureInfo.InvariantCulture, $" × {Text(right.Name)}（{right.Rows.Count:N0} 行 · rows）");
        page.Append(CultureInfo.InvariantCulture, $"。写出 · written {result.Links.Count:N0} 对 · pairs; 概率 · probability ≥ 0.5: {result.Links.Count(l => l.Probability >= .5):N0}</p><table><tr><th>列 · column<th>类别 · kind</tr>");
        foreach (var column in result.Maps[0].Columns) page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(column.Name)}<td>{KindNames.Of(column.Kind)}</tr>");
        page.Append("</table>");
    }

    private static void Errors(StringBuilder page, LinkRequest request, LinkResult result, LinkFigures figures)
    {
        var truth = request.Gold!.Select(g => LinkFigures.Key(g.Left, g.Right)).ToHashSet();
        bool True(Link l) => truth.Contains(LinkFigures.Key(l.Left, l.Right));
        page.Append("<h2>误认 · Wrong links above the line</h2>");
        PairTableHtml.Table(page, result, result.Links.Where(l => l.Weight >= figures.AtWeight && !True(l)).Take(Examples));
        page.Append("<h2>漏认 · True links below the line</h2>");
        PairTableHtml.Table(page, result, result.Links.Where(l => l.Weight < figures.AtWeight && True(l)).Take(Examples));
        page.Append(CultureInfo.InvariantCulture, $"<p>未写出的真实链接 · true links not written: {figures.Missed.Count:N0}</p>");
    }

    private static void Borderline(StringBuilder page, LinkResult result)
    {
        page.Append("<h2>难以判断的记录对 · Borderline pairs</h2>");
        PairTableHtml.Table(page, result, result.Links.OrderBy(l => Math.Abs(l.Weight)).Take(Examples));
    }

    internal static string Text(string text) => WebUtility.HtmlEncode(text);
}
