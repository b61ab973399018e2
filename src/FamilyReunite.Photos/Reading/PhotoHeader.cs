using System.Buffers.Binary;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Reading;

/// <summary>What the first bytes of a file say it is.</summary>
internal static class PhotoHeader
{
    /// <summary>What can be refused without a decoder; null when the bytes may be decoded.</summary>
    public static Problem? Refuse(ReadOnlySpan<byte> b)
    {
        if (b.Length > PhotoLimits.MaxBytes) return new Problem("photo.too-large", SkiaPhotoReader.Field, PhotoLimits.MaxBytes / 1024 / 1024);
        if (b.IsEmpty) return new Problem("photo.empty", SkiaPhotoReader.Field);
        if (MediaType(b) is not { } mediaType) return new Problem("photo.not-a-photo", SkiaPhotoReader.Field);
        return IsAnimatedWebp(b) || (mediaType == "image/png" && IsAnimatedPng(b)) ? new Problem("photo.animated", SkiaPhotoReader.Field) : null;
    }

    /// <summary>image/jpeg, image/png, image/webp or image/heic; null for anything else.</summary>
    public static string? MediaType(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (b.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (b.Length < 12) return null;
        if (b.StartsWith("RIFF"u8) && b[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        return b[4..8].SequenceEqual("ftyp"u8) && IsHeic(b[8..12]) ? Heic : null;
    }

    public const string Heic = "image/heic";

    /// <summary>Brands of still pictures that phones write.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> brand) => brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8);

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
