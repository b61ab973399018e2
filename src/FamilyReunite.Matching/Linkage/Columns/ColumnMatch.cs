using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>Brings the mapped columns of one or two files together.</summary>
internal static class ColumnMatch
{
    /// <returns>The rows of both files, or link.map-column (column, the columns there are), link.map-side (column, file), link.id-twice (file, row, earlier row), link.id-empty (file, row), link.nothing-common, link.all-equal (columns), link.one-row (file).</returns>
    public static Outcome<People> Join(PersonFile left, ColumnMap ofLeft, PersonFile? right, ColumnMap? ofRight)
    {
        if (right is null && left.Rows.Count < 2) return new Problem("link.one-row", "file", left.Name);
        var pairs = right is null ? [.. ofLeft.Columns.Select(c => (c, c))] : Pairs(left, ofLeft, right, ofRight!);
        if (pairs.Count == 0) return right is null && AllEqual(left, ofLeft.Id) is { Length: > 0 } names ? new Problem("link.all-equal", "map", names) : new Problem("link.nothing-common", "map");
        var ids = Ids(left, ofLeft.Id);
        if (!ids.Succeeded) return ids.Problems.ToArray();
        var all = ids.Value!;
        if (right is not null)
        {
            var more = Ids(right, ofRight!.Id);
            if (!more.Succeeded) return more.Problems.ToArray();
            all = [.. all, .. more.Value!];
        }
        var columns = pairs.Select(p => new PersonColumn(p.Left.Name, p.Left.Kind, p.Left.Format ?? p.Right.Format, [.. Cells(left, p.Left), .. right is null ? [] : Cells(right, p.Right)])).ToList();
        return new People(all, left.Rows.Count, right is null, columns);
    }

    /// <summary>The columns beside the id when none holds two values; empty when one tells rows apart.</summary>
    private static string AllEqual(PersonFile file, string? id)
    {
        var others = Enumerable.Range(0, file.Columns.Count).Where(i => file.Columns[i] != id).ToList();
        return others.TrueForAll(i => file.Rows.Select(r => People.Clean(r[i])).Where(c => c.Length > 0).Distinct().Take(2).Count() < 2) ? string.Join(", ", others.Select(i => file.Columns[i])) : "";
    }

    /// <summary>Columns of the same name first; then, kind by kind, in the order they stand.</summary>
    private static List<(MappedColumn Left, MappedColumn Right)> Pairs(PersonFile left, ColumnMap ofLeft, PersonFile right, ColumnMap ofRight)
    {
        var (ours, theirs) = (ofLeft.Columns.Where(c => left.IndexOf(c.Name) >= 0).ToList(), ofRight.Columns.Where(c => right.IndexOf(c.Name) >= 0).ToList());
        var pairs = new List<(MappedColumn, MappedColumn)>();
        foreach (var column in ours.ToList())
            if (theirs.Find(t => t.Name == column.Name) is { } same)
            {
                pairs.Add((column, same));
                ours.Remove(column);
                theirs.Remove(same);
            }
        foreach (var column in ours)
            if (theirs.Find(t => t.Kind == column.Kind) is { } other)
            {
                pairs.Add((column, other));
                theirs.Remove(other);
            }
        return pairs;
    }

    private static IEnumerable<string> Cells(PersonFile file, MappedColumn column)
    {
        var at = file.IndexOf(column.Name);
        return file.Rows.Select(r => People.Clean(r[at]));
    }

    private static Outcome<string[]> Ids(PersonFile file, string? column)
    {
        if (column is null || file.IndexOf(column) < 0) return Enumerable.Range(1, file.Rows.Count).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (at, seen) = (file.IndexOf(column), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var row = 0; row < file.Rows.Count; row++)
        {
            var id = file.Rows[row][at];
            if (id.Length == 0) return new Problem("link.id-empty", column, file.Name, row + 1, column);
            if (!seen.TryAdd(id, row)) return new Problem("link.id-twice", column, file.Name, row + 1, seen[id] + 1, column);
        }
        return file.Rows.Select(r => r[at]).ToArray();
    }
}
