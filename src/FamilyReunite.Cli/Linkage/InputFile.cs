using System.Text;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Cli.Linkage;

/// <summary>Reads a file of people or pairs: by its byte order mark, else strict UTF-8, else GB18030.</summary>
internal static class InputFile
{
    static InputFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text, or import.no-file, link.not-text (file).</returns>
    public static async Task<Outcome<string>> TextAsync(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) return new Problem("import.no-file", "file");
        var bytes = await File.ReadAllBytesAsync(file.FullName, ct);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().Contains((byte)0)) return new Problem("link.not-text", "file", file.Name);
        return (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.GetEncoding("gb18030")).GetString(bytes).TrimStart('\uFEFF');
    }

    public static async Task<Outcome<PersonFile>> RowsAsync(FileInfo file, CancellationToken ct)
    {
        var text = await TextAsync(file, ct);
        return text.Value is { } read ? CsvText.Read(file.Name, read) : text.Problems.ToArray();
    }
}
