using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>A label of a form and what stands behind it.</summary>
/// <param name="Label">Index of the label's first character.</param>
internal readonly partial record struct LabelledValue(FactKind? Kind, int Label, int Start, int End)
{
    private const int MostBlanks = 12;

    [GeneratedRegex(@"(?<=^|[\n|,;。!?)\s:])(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.)]\s*)?(?<label>[一-鿿D][一-鿿DNA、 ]{0,30}?)(?:\([^()\n:]{1,12}\))?[ ]{0,4}(?<mark>:+|\|)", RegexOptions.CultureInvariant)]
    private static partial Regex WithMark();

    [GeneratedRegex(@"^\s*(?<label>[一-鿿][一-鿿 ]{1,9}?)(?:[ ]+(?=[^ \n])|[ ]*(?=\n))", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex WithBlank();

    /// <summary>Every label of a text in order, each with its value; a value ends at the line's end, at a cell's end or at the next label.</summary>
    public static List<LabelledValue> In(string text)
    {
        var labels = new SortedDictionary<int, (FactKind? Kind, int End)>();
        foreach (Match m in WithMark().Matches(text)) Add(m);
        foreach (Match m in WithBlank().Matches(text)) Add(m);
        var values = new List<LabelledValue>(labels.Count);
        var all = labels.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var limit = i + 1 < all.Count ? all[i + 1].Key : text.Length;
            var start = all[i].Value.End;
            while (start < limit && text[start] is ' ' or ':' or '|') start++;
            // the value may stand on the line below its label
            if (start < limit && text[start] == '\n') while (start < limit && (char.IsWhiteSpace(text[start]) || text[start] == ':')) start++;
            var stop = text.AsSpan(start, limit - start).IndexOfAny('\n', '|');
            var end = stop < 0 ? limit : start + stop;
            // a running number may stand before the next label
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or '。' or '(' or '、')) end--;
            values.Add(new LabelledValue(all[i].Value.Kind, all[i].Key, start, end));
        }
        return values;

        void Add(Match m)
        {
            var g = m.Groups["label"];
            // the label may be the tail of what stands before the mark
            for (var skip = 0; skip < g.Length && skip < MostBlanks; skip++)
            {
                if (skip > 0 && g.Value[skip - 1] is not (' ' or '、')) continue;
                if (!Labels.TryGet(g.Value[skip..], out var kind)) continue;
                labels.TryAdd(g.Index + skip, (kind, m.Index + m.Length));
                return;
            }
        }
    }
}
