using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>A table in a text: a line of labels, below it a line a person.</summary>
internal static class TableRows
{
    private const int FewestLabels = 3;

    /// <summary>The values of every row under the labels of the heading; empty when there is no such heading.</summary>
    public static List<List<LabelledValue>> In(string text)
    {
        var rows = new List<List<LabelledValue>>();
        List<FactKind?>? heading = null;
        for (var at = 0; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at);
            var end = stop < 0 ? text.Length : stop;
            var cells = Cells(text, at, end);
            if (heading is null)
            {
                var kinds = cells.Select(c => Labels.TryGet(text[c.Start..c.End].Trim(), out var k) ? (Known: true, Kind: k) : (Known: false, Kind: null)).ToList();
                if (kinds.Count(k => k.Known) >= FewestLabels && kinds.Count(k => k.Known) * 2 > kinds.Count) heading = [.. kinds.Select(k => k.Kind)];
            }
            else if (cells.Count == heading.Count && cells.Exists(c => c.End > c.Start && !text[c.Start..c.End].All(x => x is '-' or ' ' or ':')))
                rows.Add([.. cells.Select((c, i) => new LabelledValue(heading[i], at, c.Start, c.End))]);
            at = end + 1;
        }
        return rows;
    }

    private static List<(int Start, int End)> Cells(string text, int from, int to)
    {
        var cells = new List<(int, int)>();
        if (text.IndexOf('|', from, to - from) < 0) return cells;
        while (from < to && text[from] is ' ' or '|') from++;
        while (to > from && text[to - 1] is ' ' or '|') to--;
        for (var start = from; start <= to;)
        {
            var stop = text.IndexOf('|', start, to - start);
            var end = stop < 0 ? to : stop;
            var (a, b) = (start, end);
            while (a < b && text[a] == ' ') a++;
            while (b > a && text[b - 1] == ' ') b--;
            cells.Add((a, b));
            start = end + 1;
        }
        return cells;
    }
}
