using System.Buffers.Binary;

namespace FamilyReunite.Photos.Reading;

/// <summary>What the first bytes of a file say it is.</summary>
internal static class PhotoHeader
{
    /// <summary>image/jpeg, image/png or image/webp; null for anything else.</summary>
    public static string? MediaType(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (b.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        return b.Length >= 12 && b.StartsWith("RIFF"u8) && b[8..12].SequenceEqual("WEBP"u8) ? "image/webp" : null;
    }

    /// <summary>True for a PNG with an animation control chunk before its pixels; the decoder would silently show one frame.</summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> b)
    {
        for (var at = 8; at + 12 <= b.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(b[at..]);
            var type = b.Slice(at + 4, 4);
            if (type.SequenceEqual("acTL"u8)) return true;
            if (type.SequenceEqual("IDAT"u8) || length > int.MaxValue - 12 || at + 12L + length > b.Length) return false;
            at += 12 + (int)length;
        }
        return false;
    }

    /// <summary>True for a WebP whose extended header or chunks announce an animation.</summary>
    public static bool IsAnimatedWebp(ReadOnlySpan<byte> b) => b.Length > 20 && b[12..16].SequenceEqual("VP8X"u8) && (b[20] & 0x02) != 0;
}
