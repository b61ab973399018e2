using FamilyReunite.Matching.Linkage.Columns;

namespace FamilyReunite.Matching.Linkage.Files;

/// <summary>A column's cells over both files, the left file's rows first; "" where nothing was written.</summary>
internal sealed record PersonColumn(string Name, ColumnKind Kind, string? Format, string[] Cells);

/// <summary>The rows to link, both files one after the other, with the columns both have in common.</summary>
/// <param name="Left">How many rows are of the left file; all of them when one file is searched for duplicates.</param>
internal sealed record People(string[] Ids, int Left, bool OneFile, IReadOnlyList<PersonColumn> Columns)
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "", "nan", "null", "none", "n/a", "na", "nil", "-", "--", "?", "unknown", "\\N", "不详", "未知", "无", "空" };

    public int Count => Ids.Length;

    /// <summary>How many pairs could be compared at all.</summary>
    public double AllPairs => OneFile ? 0.5 * Count * (Count - 1) : (double)Left * (Count - Left);

    public static string Clean(string cell)
    {
        var trimmed = cell.Trim();
        return trimmed.Length <= 7 && Nothing.Contains(trimmed) ? "" : trimmed;
    }
}
