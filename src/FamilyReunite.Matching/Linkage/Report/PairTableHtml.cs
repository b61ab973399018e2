using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Linkage.Report;

/// <summary>Pairs side by side with what was compared of them.</summary>
internal static class PairTableHtml
{
    public static void Table(StringBuilder page, LinkResult result, IEnumerable<Link> links)
    {
        var people = result.Details.People;
        var left = Numbers(people.Ids, 0, people.Left);
        var right = people.OneFile ? left : Numbers(people.Ids, people.Left, people.Count);
        page.Append("<table><tr><th class=\"n\">权重 · weight<th>id");
        foreach (var column in people.Columns) page.Append("<th>").Append(LinkReport.Text(column.Name));
        page.Append("</tr>");
        var any = false;
        foreach (var link in links)
        {
            any = true;
            Row(page, people, left[link.Left], link.Weight.ToString("0.00", CultureInfo.InvariantCulture));
            Row(page, people, right[link.Right], "");
        }
        if (!any) page.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{people.Columns.Count + 2}\">无 · none</tr>");
        page.Append("</table>");
    }

    private static void Row(StringBuilder page, Files.People people, int row, string weight)
    {
        page.Append(weight.Length > 0 ? "<tr class=\"p\">" : "<tr>").Append("<td class=\"n\">").Append(weight).Append("<td>").Append(LinkReport.Text(people.Ids[row]));
        foreach (var column in people.Columns) page.Append("<td>").Append(LinkReport.Text(column.Cells[row]));
        page.Append("</tr>");
    }

    private static Dictionary<string, int> Numbers(string[] ids, int from, int to)
    {
        var numbers = new Dictionary<string, int>(to - from, StringComparer.Ordinal);
        for (var i = from; i < to; i++) numbers[ids[i]] = i;
        return numbers;
    }
}
