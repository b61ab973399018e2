using System.Globalization;

namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Grey pictures as collections of faces for measuring come (PGM, binary, eight bits). The product itself takes no such files.</summary>
public static class GreyMap
{
    private const int MostPixels = 50_000_000;

    /// <returns>Null when the bytes are no such picture or are cut short.</returns>
    public static PixelImage? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("P5"u8)) return null;
        var at = 2;
        if (Number(bytes, ref at) is not { } width || Number(bytes, ref at) is not { } height || Number(bytes, ref at) is not (> 0 and <= 255 and var white)) return null;
        // one white space ends the head
        var grey = bytes[Math.Min(bytes.Length, at + 1)..];
        if (width < 1 || height < 1 || (long)width * height > MostPixels || grey.Length < width * height) return null;
        var rgba = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            rgba.AsSpan(4 * i, 3).Fill((byte)Math.Min(255, grey[i] * 255 / white));
            rgba[4 * i + 3] = 255;
        }
        return new PixelImage(width, height, rgba);
    }

    /// <summary>The next number of the head; a line that begins with # is a remark.</summary>
    private static int? Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (; at < bytes.Length && (bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'#'); at++)
        {
            if (bytes[at] != '#') continue;
            while (at < bytes.Length && bytes[at] != '\n') at++;
        }
        var from = at;
        while (at < bytes.Length && char.IsAsciiDigit((char)bytes[at])) at++;
        return int.TryParse(bytes[from..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
