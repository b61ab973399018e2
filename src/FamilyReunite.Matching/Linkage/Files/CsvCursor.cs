using System.Text;

namespace FamilyReunite.Matching.Linkage.Files;

/// <summary>Walks over CSV text, one record at a time. Equal cells share one string.</summary>
internal sealed class CsvCursor(ReadOnlyMemory<char> text, char separator)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { "" };
    private readonly List<string> _cells = [];
    private int _at;

    public bool More => _at < text.Length;

    /// <summary>False when a quotation mark is never closed.</summary>
    public bool Next(out string[] cells)
    {
        _cells.Clear();
        while (true)
        {
            if (!Cell()) { cells = []; return false; }
            if (_at >= text.Length) break;
            if (text.Span[_at++] == separator) continue;
            if (text.Span[_at - 1] == '\r' && _at < text.Length && text.Span[_at] == '\n') _at++;
            break;
        }
        cells = [.. _cells];
        return true;
    }

    private bool Cell()
    {
        var span = text.Span;
        var start = _at;
        while (start < span.Length && span[start] == ' ') start++;
        if (start < span.Length && span[start] == '"') return Quoted(start + 1);
        var length = span[_at..].IndexOfAny(separator, '\r', '\n');
        if (length < 0) length = span.Length - _at;
        Take(span.Slice(_at, length).Trim());
        _at += length;
        return true;
    }

    private bool Quoted(int start)
    {
        var span = text.Span;
        var cell = new StringBuilder();
        for (var i = start; i < span.Length; i++)
        {
            if (span[i] != '"') cell.Append(span[i]);
            else if (i + 1 < span.Length && span[i + 1] == '"') cell.Append(span[i++]);
            else
            {
                i++;
                while (i < span.Length && span[i] != separator && span[i] is not ('\r' or '\n')) cell.Append(span[i++]);
                _at = i;
                Take(cell.ToString().AsSpan().Trim());
                return true;
            }
        }
        return false;
    }

    private void Take(ReadOnlySpan<char> cell)
    {
        var seen = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!seen.TryGetValue(cell, out var value)) _seen.Add(value = cell.ToString());
        _cells.Add(value);
    }
}
