using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Names of regions and dialects, and where people speak so.</summary>
internal static class AccentAreas
{
    private static readonly Lazy<(string Word, string[] Areas)[]> Table = new(() =>
        [.. EmbeddedTable.Rows("accent-areas.tsv").Select(r => (r[0], r[1].Split(' '))).Concat(Provinces()).OrderByDescending(r => r.Item1.Length).ThenBy(r => r.Item1, StringComparer.Ordinal)]);

    /// <summary>One-character names that stand only before a direction or a word for speech ("川音", "湘东").</summary>
    private const string Short = "冀13晋14辽21吉22黑23沪31苏32浙33皖34闽35赣36鲁37豫41鄂42湘43粤44桂45琼46渝50川51蜀51黔52贵52滇53云53藏54陕61秦61甘62陇62青63宁64新65";

    /// <summary>The regions that words name, each with its words and its counties; the longest name at a place wins.</summary>
    public static List<(string Words, IReadOnlyList<int> Counties)> In(string words)
    {
        var found = new List<(string, IReadOnlyList<int>)>();
        var taken = new bool[words.Length];
        foreach (var (word, areas) in Table.Value)
            for (var at = words.IndexOf(word, StringComparison.Ordinal); at >= 0; at = words.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (taken.AsSpan(at, word.Length).Contains(true)) continue;
                taken.AsSpan(at, word.Length).Fill(true);
                var end = at + word.Length;
                var counties = Counties(areas);
                if (end < words.Length && words[end] == '省') end++;
                if (Direction.At(words, end) is { } side && areas.Length == 1 && areas[0].Length == 2)
                {
                    counties = side.Of(counties);
                    taken.AsSpan(end, side.Length).Fill(true);
                    end += side.Length;
                }
                found.Add((words[at..end], counties));
            }
        for (var at = 0; at < words.Length - 1; at++)
        {
            if (taken[at] || taken[at + 1] || Short.IndexOf(words[at], StringComparison.Ordinal) is not (>= 0 and var s)) continue;
            var side = Direction.At(words, at + 1);
            if (side is null && words[at + 1] is not ('音' or '语' or '话' or '腔')) continue;
            var counties = Counties([Short.Substring(s + 1, 2)]);
            found.Add((words.Substring(at, 2), side?.Of(counties) ?? counties));
        }
        return found;
    }

    private static IReadOnlyList<int> Counties(string[] areas)
    {
        var all = new SortedSet<int>();
        foreach (var area in areas)
            if (area[0] == '@')
            {
                for (var i = 0; i < CountySet.All.Count; i++)
                    if (CountySet.All[i].Area.StartsWith(area[1..], StringComparison.Ordinal)) all.Add(i);
            }
            else if (DivisionCode.TryParse(area, out var code)) all.UnionWith(CountySet.Within(code));
        return [.. all];
    }

    private static IEnumerable<(string, string[])> Provinces() =>
        CountySet.All.Select(c => (c.Code.Digits[..2], c.Province)).Distinct().Select(p => (p.Province.StartsWith("内蒙古", StringComparison.Ordinal) ? "内蒙古" : p.Province.StartsWith("黑龙江", StringComparison.Ordinal) ? "黑龙江" : p.Province[..2], new[] { p.Item1 }));
}
