using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Rows of a CSV file; the separator is the one that the first line holds most.</summary>
internal static class CsvRows
{
    /// <summary>A cell this long is a quotation mark that was never closed.</summary>
    private const int MaxCell = 200_000;

    private static readonly char[] Separators = [',', ';', '\t', '|', '，', '；'];

    public static async IAsyncEnumerable<SourceRow> ReadAsync(StreamReader text, FieldMap map, [EnumeratorCancellation] CancellationToken ct)
    {
        var firstLine = await text.ReadLineAsync(ct) ?? "";
        var separator = Separators.MaxBy(s => firstLine.Count(c => c == s));
        var badData = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), HasHeaderRecord = false, BadDataFound = _ => badData = true, MaxFieldSize = MaxCell, IgnoreBlankLines = true };
        using var head = new CsvParser(new StringReader(firstLine), configuration);
        if (!await head.ReadAsync()) yield break;
        var columns = head.Record!.Select(c => c.Trim().Trim('\uFEFF')).ToList();
        var fields = columns.Select(map.FieldOf).ToList();
        badData = false;
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            SourceRow? endless = null;
            try
            {
                if (!await parser.ReadAsync()) break;
            }
            catch (MaxFieldSizeException)
            {
                endless = SourceRow.Broken(parser.RawRow + 2, null, new Problem("import.quote-open"));
            }
            if (endless is not null)
            {
                yield return endless;
                yield break;
            }
            var cells = parser.Record!;
            var number = parser.RawRow + 1 - parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            yield return badData ? SourceRow.Broken(number, null, new Problem("import.quote-misplaced"))
                : cells.Length != columns.Count ? SourceRow.Broken(number, null, new Problem("import.column-count", null, cells.Length, columns.Count))
                : Take(number, columns, fields, cells);
            badData = false;
        }
    }

    private static SourceRow Take(long number, List<string> columns, List<string?> fields, string[] cells)
    {
        var row = new Dictionary<string, FieldValue>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (fields[i] is not { } field || cells[i].Trim() is not { Length: > 0 } cell) continue;
            if (cell.Contains(TextEncoding.Damaged, StringComparison.Ordinal)) return SourceRow.Broken(number, columns[i], new Problem("import.damaged-text", field));
            // two columns of one field (two telephone numbers) both count
            row[field] = row.TryGetValue(field, out var before) ? before with { Words = [.. before.Words, cell] } : new FieldValue(columns[i], [cell]);
        }
        return new SourceRow(number, row, null);
    }
}
