using FamilyReunite.Domain;

namespace FamilyReunite.Matching.Linkage.Files;

/// <summary>Reads a file of pairs: columns <c>left,right</c>, and <c>label</c> where the pairs are judged; without such headings the first columns.</summary>
public static class PairFile
{
    private static readonly string[] Yes = ["1", "true", "yes", "y", "match", "same", "是", "t"];
    private static readonly string[] No = ["0", "false", "no", "n", "non-match", "different", "否", "f"];

    /// <param name="judged">True when every row says whether both are the same person.</param>
    /// <returns>The pairs, or link.pairs-columns (file), link.label-unread (file, row, text).</returns>
    public static Outcome<IReadOnlyList<NamedPair>> Read(PersonFile file, bool judged)
    {
        var (left, right, label) = (file.IndexOf("left"), file.IndexOf("right"), file.IndexOf("label"));
        if (file.Columns.Count < (judged ? 3 : 2)) return new Problem("link.pairs-columns", "file", file.Name);
        if (left < 0 || right < 0) (left, right) = (0, 1);
        if (label < 0) label = 2;
        var pairs = new List<NamedPair>(file.Rows.Count);
        for (var row = 0; row < file.Rows.Count; row++)
        {
            var cells = file.Rows[row];
            var said = judged ? cells[label].ToLowerInvariant() : "1";
            if (!Yes.Contains(said) && !No.Contains(said)) return new Problem("link.label-unread", "label", file.Name, row + 1, cells[label]);
            pairs.Add(new NamedPair(cells[left], cells[right], Yes.Contains(said), row + 1));
        }
        return pairs;
    }
}
