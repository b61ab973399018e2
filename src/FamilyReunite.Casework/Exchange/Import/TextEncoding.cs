using System.Text;
using FamilyReunite.Domain;
using UtfUnknown;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>Finds the encoding of a text file: its mark, strict UTF-8, then what its bytes look like; Chinese files without a mark are GB18030 (which contains GBK and GB2312).</summary>
internal static class TextEncoding
{
    /// <summary>Stands for what could not be decoded.</summary>
    public const char Damaged = '\uFFFD';

    private const int SampleBytes = 1 << 20;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Problems: import.not-text for packed or binary files.</summary>
    public static async Task<Outcome<Encoding>> FindAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var sample = new byte[(int)Math.Min(SampleBytes, file.Length)];
        await file.ReadExactlyAsync(sample, ct);
        if (Mark(sample) is { } marked) return marked;
        if (Utf16(sample) is { } wide) return wide;
        if (IsBinary(sample)) return new Problem("import.not-text", "file");
        file.Position = 0;
        var share = await Utf8Share.MeasureAsync(file, ct);
        // a file of UTF-8 with a few broken bytes stays UTF-8; characters of GB18030 hardly ever form whole UTF-8 sequences
        if (share.Broken == 0 || share.Whole > share.Broken * 10) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return CharsetDetector.DetectFromBytes(sample).Detected is { Confidence: > 0.8f, EncodingName: "big5" } ? Named("big5") : Named("gb18030");
    }

    private static Encoding? Mark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;

    /// <summary>Without a mark: line ends, commas and digits put a zero into every second byte.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0 && IsFrame(bytes[i + 1])) even++;
            if (bytes[i + 1] == 0 && IsFrame(bytes[i])) odd++;
        }
        return odd > 0 && even == 0 ? Encoding.Unicode : even > 0 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsFrame(byte b) => b is (byte)'\n' or (byte)',' or (byte)'\t' or (byte)'"';

    private static bool IsBinary(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.StartsWith("%PDF"u8) || bytes.Contains((byte)0);

    private static Encoding Named(string name) => Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Damaged.ToString()));
}
