using FamilyReunite.Domain;

namespace FamilyReunite.Matching.Linkage.Files;

/// <summary>Reads CSV text: the separator is the one of <c>, ; tab |</c> that the heading holds most; cells may be quoted, quotes in them doubled. Cells lose blanks around them.</summary>
public static class CsvText
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <returns>The file, or link.file-empty, link.no-rows, link.columns-twice, link.row-cells (row, cells, columns), link.quote-open (row). Rows count from 1, the heading left out.</returns>
    public static Outcome<PersonFile> Read(string name, string text)
    {
        var body = text.AsMemory().TrimStart('\uFEFF');
        if (body.Span.IsWhiteSpace()) return new Problem("link.file-empty", "file", name);
        var end = body.Span.IndexOfAny('\r', '\n');
        var heading = end < 0 ? body.Span : body.Span[..end];
        var separator = Separators[0];
        foreach (var s in Separators)
            if (heading.Count(s) > heading.Count(separator)) separator = s;
        var reader = new CsvCursor(body, separator);
        if (!reader.Next(out var columns)) return new Problem("link.quote-open", "file", name, 0);
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice) return new Problem("link.columns-twice", twice.Key, name, twice.Key);
        var rows = new List<string[]>();
        while (reader.More)
        {
            if (!reader.Next(out var cells)) return new Problem("link.quote-open", "file", name, rows.Count + 1);
            if (cells.Length == 1 && cells[0].Length == 0) continue;
            if (cells.Length != columns.Length && !Fits(ref cells, columns.Length)) return new Problem("link.row-cells", "file", name, rows.Count + 1, cells.Length, columns.Length);
            rows.Add(cells);
        }
        return rows.Count == 0 ? new Problem("link.no-rows", "file", name) : new PersonFile(name, columns, rows);
    }

    /// <summary>Empty cells left out at the end, or separators too many there, change nothing.</summary>
    private static bool Fits(ref string[] cells, int columns)
    {
        if (cells.Length > columns && cells.AsSpan(columns).ContainsAnyExcept("")) return false;
        if (cells.Length < columns - 1) return false;
        cells = cells.Length > columns ? cells[..columns] : [.. cells, .. Enumerable.Repeat("", columns - cells.Length)];
        return true;
    }
}
