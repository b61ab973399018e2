using System.Runtime.CompilerServices;
using System.Text;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>A file of rows, opened: its encoding is known and its columns are named by our fields.</summary>
internal sealed class RowFile(string path, Encoding encoding, FieldMap map)
{
    private const int HeadCharacters = 4096;

    public string EncodingName => encoding.WebName;

    public FieldMap Map => map;

    /// <summary>Bytes, for a progress bar.</summary>
    public long Length { get; } = new FileInfo(path).Length;

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Problems: import.no-file, import.empty-file, import.not-text and those of the map.</summary>
    public static async Task<Outcome<RowFile>> OpenAsync(ImportRequest request, CancellationToken ct)
    {
        if (!File.Exists(request.Path)) return new Problem("import.no-file", "file");
        if (new FileInfo(request.Path).Length == 0) return new Problem("import.empty-file", "file");
        var encoding = await TextEncoding.FindAsync(request.Path, ct);
        if (encoding.Value is not { } found) return encoding.Problems.ToArray();
        var map = await FieldMap.LoadAsync(request.MapPath, ct);
        return map.Value is { } m ? new RowFile(request.Path, found, m) : map.Problems.ToArray();
    }

    public async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var head = await HeadAsync(ct);
        var rows = head.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonLineRows.ReadAsync(text, map, ct) : CsvRows.ReadAsync(text, head, map, ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            Position = file.Position;
            yield return row;
        }
        Position = Length;
    }

    private async Task<string> HeadAsync(CancellationToken ct)
    {
        using var text = new StreamReader(path, encoding);
        var head = new char[HeadCharacters];
        return new string(head, 0, await text.ReadBlockAsync(head, ct));
    }
}
