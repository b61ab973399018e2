using System.Runtime.CompilerServices;
using CsvHelper;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Rows of a CSV file. Broken quotation marks and rows with other than the header's number of columns are reported, never guessed at.</summary>
internal static class CsvRows
{
    /// <summary>A row this long is a quotation mark that was never closed.</summary>
    private const int MaxRowBytes = 1 << 20;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <param name="head">The first characters of the file; the separator is the one that its first line holds most, because cells may hold lists parted by the others.</param>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(StreamReader text, string head, FieldMap map, [EnumeratorCancellation] CancellationToken ct)
    {
        var firstLine = head.AsMemory()[..(head.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : head.Length)];
        var malformed = new Dictionary<long, Problem>();
        var options = new CsvReaderOptions
        {
            HasHeader = false, Separator = Separators.MaxBy(s => firstLine.Span.Count(s)), MaxRecordSize = MaxRowBytes, TrackLineNumbers = true,
            OnMalformedRecord = m => malformed[m.LineNumber] = new Problem(m.Reason == CsvMalformedReason.UnterminatedQuote ? "import.quote-open" : "import.quote-misplaced"),
        };
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        if (!await csv.ReadAsync(ct)) yield break;
        var columns = csv.Current.ToArray().Select(c => c.Trim().Trim('\uFEFF')).ToList();
        var fields = columns.Select(map.FieldOf).ToList();
        while (await NextAsync(csv, ct) is { } more)
        {
            if (!more)
            {
                yield return SourceRow.Broken(csv.LineNumber + 1, null, new Problem("import.quote-open"));
                yield break;
            }
            var cells = csv.Current.ToArray();
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            yield return malformed.Remove(csv.LineNumber, out var broken) ? SourceRow.Broken(csv.LineNumber, null, broken)
                : cells.Length != columns.Count ? SourceRow.Broken(csv.LineNumber, null, new Problem("import.column-count", null, cells.Length, columns.Count))
                : Take(csv.LineNumber, columns, fields, cells);
        }
    }

    /// <returns>Null at the end, false when the next row never ends.</returns>
    private static async ValueTask<bool?> NextAsync(CsvReader csv, CancellationToken ct)
    {
        try
        {
            return await csv.ReadAsync(ct) ? true : null;
        }
        catch (CsvFormatException)
        {
            return false;
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
