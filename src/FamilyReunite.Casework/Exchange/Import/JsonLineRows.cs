using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Rows of a file with one JSON object a line.</summary>
internal static class JsonLineRows
{
    private const int MaxLine = 1 << 20;

    public static async IAsyncEnumerable<SourceRow> ReadAsync(StreamReader text, FieldMap map, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = new BoundedLines(text, MaxLine);
        while (await lines.NextAsync(ct) is { } line)
        {
            if (line.Length == 0) continue;
            yield return lines.TooLong ? SourceRow.Broken(lines.Number, null, new Problem("import.line-too-long", null, MaxLine / 1024))
                : line.Contains(TextEncoding.Damaged, StringComparison.Ordinal) ? SourceRow.Broken(lines.Number, null, new Problem("import.damaged-text"))
                : Take(lines.Number, line, map);
        }
    }

    private static SourceRow Take(long number, string line, FieldMap map)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return SourceRow.Broken(number, null, new Problem("import.json-not-object"));
            var row = new Dictionary<string, FieldValue>();
            foreach (var p in json.RootElement.EnumerateObject())
            {
                if (map.FieldOf(p.Name) is { } field && Words(p.Value) is { } words && (words.Count > 0 || p.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
                    row[field] = new FieldValue(p.Name, words, p.Value.Clone());
            }
            return new SourceRow(number, row, null);
        }
        catch (JsonException e)
        {
            return SourceRow.Broken(number, null, new Problem("import.json-broken", null, (e.BytePositionInLine ?? 0) + 1));
        }
    }

    private static IReadOnlyList<string> Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Words)],
        JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } s ? [s] : [],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.True => ["true"],
        _ => [],
    };
}

/// <summary>Lines of a text without ever holding more than a limit of one.</summary>
internal sealed class BoundedLines(StreamReader text, int limit)
{
    private readonly char[] _buffer = new char[1 << 14];
    private int _at;
    private int _end;

    /// <summary>Of the line last returned, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line last returned was cut.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Trimmed; null at the end.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        var any = false;
        TooLong = false;
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, await text.ReadAsync(_buffer, ct));
                if (_end == 0) break;
            }
            any = true;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            if (line.Length + part.Length > limit) TooLong = true;
            else line.Append(part);
            _at += end < 0 ? rest.Length : end + 1;
            if (end >= 0) break;
        }
        if (!any) return null;
        Number++;
        return TooLong && line.Length == 0 ? " " : line.ToString().Trim().Trim('\uFEFF');
    }
}
