namespace FamilyReunite.Matching.Linkage.Files;

/// <summary>A person file as it was read: a heading and rows of as many cells.</summary>
/// <param name="Name">What messages call it: the file's name without its folder.</param>
public sealed record PersonFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The column's place; -1 when there is none of this name.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == column) return i;
        return -1;
    }
}
