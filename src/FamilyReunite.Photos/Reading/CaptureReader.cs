using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FamilyReunite.Photos.Reading;

/// <summary>Reads when and where a photo was taken out of its EXIF block (TIFF 6.0 layout, Exif 2.3 tags). What is out of shape is nothing known; it never throws.</summary>
internal static class CaptureReader
{
    private const ushort ExifFolder = 0x8769, GpsFolder = 0x8825, TakenAt = 0x9003;
    private const ushort LatitudeRef = 1, Latitude = 2, LongitudeRef = 3, Longitude = 4;

    public static PhotoCapture? Of(ReadOnlySpan<byte> file, string mediaType)
    {
        var tiff = mediaType switch { "image/jpeg" => Jpeg(file), "image/png" => Chunk(file, 8, "eXIf"u8, bigEndian: true), "image/webp" => Chunk(file, 12, "EXIF"u8, bigEndian: false), _ => default };
        return OfBlock(tiff);
    }

    /// <param name="tiff">The EXIF block alone, with or without the word before it.</param>
    public static PhotoCapture? OfBlock(ReadOnlySpan<byte> tiff)
    {
        if (tiff.StartsWith("Exif\0\0"u8)) tiff = tiff[6..];
        if (tiff.Length < 8) return null;
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8)) return null;
        var root = Word(tiff, 4, little);
        DateTime? at = Entry(tiff, root, ExifFolder, little) is { } exif && Entry(tiff, Word(tiff, exif + 8, little), TakenAt, little) is { } taken
            && DateTime.TryParseExact(Text(tiff, taken, little), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
        var gps = Entry(tiff, root, GpsFolder, little) is { } folder ? Word(tiff, folder + 8, little) : 0;
        var (north, east) = gps == 0 ? (null, null) : (Degrees(tiff, gps, Latitude, LatitudeRef, 'S', 90, little), Degrees(tiff, gps, Longitude, LongitudeRef, 'W', 180, little));
        if (north is null || east is null) (north, east) = (null, null);
        return at is null && north is null ? null : new PhotoCapture(at, north, east);
    }

    private static ReadOnlySpan<byte> Jpeg(ReadOnlySpan<byte> b)
    {
        for (var at = 2; at + 4 <= b.Length && b[at] == 0xFF && b[at + 1] is not (0xDA or 0xD9);)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(b[(at + 2)..]);
            if (length < 2 || at + 2 + length > b.Length) return default;
            var body = b.Slice(at + 4, length - 2);
            if (b[at + 1] == 0xE1 && body.StartsWith("Exif\0\0"u8)) return body;
            at += 2 + length;
        }
        return default;
    }

    /// <summary>PNG names a chunk after its length and adds a checksum; WebP names it before and pads to even.</summary>
    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> b, int start, ReadOnlySpan<byte> name, bool bigEndian)
    {
        for (long at = start; at + 8 <= b.Length;)
        {
            var head = b.Slice((int)at, 8);
            var length = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(head) : BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (at + 8 + length > b.Length) return default;
            if ((bigEndian ? head[4..] : head[..4]).SequenceEqual(name)) return b.Slice((int)at + 8, (int)length);
            at += 8 + length + (bigEndian ? 4 : length & 1);
        }
        return default;
    }

    /// <summary>Where the twelve bytes of a tag begin; null when the folder has none.</summary>
    private static long? Entry(ReadOnlySpan<byte> t, long folder, ushort tag, bool little)
    {
        var count = Half(t, folder, little);
        for (var i = 0; i < count; i++)
            if (Half(t, folder + 2 + 12 * i, little) == tag && folder + 14 + 12 * i <= t.Length) return folder + 2 + 12 * i;
        return null;
    }

    private static string Text(ReadOnlySpan<byte> t, long entry, bool little)
    {
        var (count, at) = (Word(t, entry + 4, little), Word(t, entry + 8, little));
        return count is < 5 or > 64 || at + count > t.Length ? "" : Encoding.ASCII.GetString(t.Slice((int)at, (int)count)).TrimEnd('\0', ' ');
    }

    private static double? Degrees(ReadOnlySpan<byte> t, long folder, ushort tag, ushort side, char negative, int limit, bool little)
    {
        if (Entry(t, folder, tag, little) is not { } entry || Entry(t, folder, side, little) is not { } where || Word(t, entry + 4, little) != 3) return null;
        var (at, value) = (Word(t, entry + 8, little), 0.0);
        for (var (i, unit) = (0, 1.0); i < 3; i++, unit *= 60)
        {
            var below = Word(t, at + 8 * i + 4, little);
            if (below == 0) return null;
            value += Word(t, at + 8 * i, little) / (double)below / unit;
        }
        return value > limit ? null : Math.Round(t[(int)where + 8] == negative ? -value : value, 6);
    }

    private static uint Word(ReadOnlySpan<byte> t, long at, bool little) => at < 0 || at + 4 > t.Length ? 0 : little ? BinaryPrimitives.ReadUInt32LittleEndian(t[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(t[(int)at..]);

    private static ushort Half(ReadOnlySpan<byte> t, long at, bool little) => at < 0 || at + 2 > t.Length ? (ushort)0 : little ? BinaryPrimitives.ReadUInt16LittleEndian(t[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(t[(int)at..]);
}
