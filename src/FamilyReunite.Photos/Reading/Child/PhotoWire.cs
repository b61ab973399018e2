using System.Buffers.Binary;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Reading.Child;

/// <summary>What the server and the process that decodes say to each other: a length (4 bytes, little-endian), then as many bytes.</summary>
internal static class PhotoWire
{
    /// <summary>More than any answer: two small pictures and a few numbers.</summary>
    private const int MaxFrame = 32 * 1024 * 1024;

    public static void Send(Stream stream, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>Null when the other side is gone.</summary>
    public static byte[]? Receive(Stream stream)
    {
        Span<byte> length = stackalloc byte[4];
        if (stream.ReadAtLeast(length, 4, throwOnEndOfStream: false) < 4) return null;
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is < 0 or > MaxFrame) return null;
        var bytes = new byte[size];
        return stream.ReadAtLeast(bytes, size, throwOnEndOfStream: false) == size ? bytes : null;
    }

    public static byte[] Write(Outcome<ReadPhoto> outcome)
    {
        using var memory = new MemoryStream();
        using var w = new BinaryWriter(memory);
        w.Write(outcome.Succeeded);
        if (outcome.Value is { } photo)
        {
            w.Write(photo.MediaType);
            w.Write(photo.Width);
            w.Write(photo.Height);
            w.Write(photo.DifferenceHash);
            Write(w, photo.ThumbnailWebp);
            Write(w, photo.DisplayWebp);
            w.Write(photo.CosineHash);
            w.Write(photo.Mirrored.Difference);
            w.Write(photo.Mirrored.Cosine);
            w.Write(photo.Capture?.TakenAt?.Ticks ?? 0);
            w.Write(photo.Capture?.Latitude ?? double.NaN);
            w.Write(photo.Capture?.Longitude ?? double.NaN);
        }
        else
        {
            var problem = outcome.Problems[0];
            w.Write(problem.Code);
            w.Write(problem.Args.Length);
            foreach (var arg in problem.Args) w.Write(Convert.ToInt64(arg, System.Globalization.CultureInfo.InvariantCulture));
        }
        w.Flush();
        return memory.ToArray();
    }

    /// <summary>Null when the bytes are no answer: whoever broke the decoder may also have written it.</summary>
    public static Outcome<ReadPhoto>? Read(byte[] bytes)
    {
        try
        {
            using var r = new BinaryReader(new MemoryStream(bytes));
            if (r.ReadBoolean())
                return new ReadPhoto(r.ReadString(), r.ReadInt32(), r.ReadInt32(), r.ReadInt64(), r.ReadBytes(r.ReadInt32()), r.ReadBytes(r.ReadInt32())) { CosineHash = r.ReadInt64(), Mirrored = new PictureHash(r.ReadInt64(), r.ReadInt64()), Capture = Capture(r) };
            var code = r.ReadString();
            if (!code.StartsWith("photo.", StringComparison.Ordinal)) return null;
            var args = new object[Math.Clamp(r.ReadInt32(), 0, 4)];
            for (var i = 0; i < args.Length; i++) args[i] = r.ReadInt64();
            return new Problem(code, SkiaPhotoReader.Field, args);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static PhotoCapture? Capture(BinaryReader r)
    {
        var (ticks, north, east) = (r.ReadInt64(), r.ReadDouble(), r.ReadDouble());
        return ticks == 0 && double.IsNaN(north) ? null : new PhotoCapture(ticks == 0 ? null : new DateTime(ticks), double.IsNaN(north) ? null : north, double.IsNaN(east) ? null : east);
    }

    private static void Write(BinaryWriter w, byte[] bytes)
    {
        w.Write(bytes.Length);
        w.Write(bytes);
    }
}
