using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests;

/// <summary>Pictures drawn for the tests: left half red, right half blue, a white square at the top left.</summary>
internal static class Pictures
{
    public static byte[] Encode(int width, int height, SKEncodedImageFormat format, int quality = 90)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var paint = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, paint);
            paint.Color = SKColors.White;
            canvas.DrawRect(0, 0, width / 4f, height / 4f, paint);
        }
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    /// <summary>The JPEG with an EXIF segment that says how the camera was held.</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM"u8, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG whose header claims a size that its few bytes never had.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var png = Encode(8, 8, SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        WriteCrc(png, 12, 17);
        return png;
    }

    /// <summary>A JPEG whose frame header claims a size that its few bytes never had.</summary>
    public static byte[] JpegClaiming(ushort width, ushort height)
    {
        var jpeg = Encode(8, 8, SKEncodedImageFormat.Jpeg);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    /// <summary>A WebP (VP8, 14 bits a side) that claims a size that its few bytes never had.</summary>
    public static byte[] WebpClaiming(ushort width, ushort height)
    {
        var webp = Encode(8, 8, SKEncodedImageFormat.Webp);
        var start = webp.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]);
        BinaryPrimitives.WriteUInt16LittleEndian(webp.AsSpan(start + 3), width);
        BinaryPrimitives.WriteUInt16LittleEndian(webp.AsSpan(start + 5), height);
        return webp;
    }

    /// <summary>A grey ramp of 16 bits a colour, which Skia reads and does not write.</summary>
    public static byte[] SixteenBitPng(int width, int height)
    {
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + width * 6];
            for (var x = 0; x < width * 3; x++) BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(1 + 2 * x), (ushort)(x / 3 * 65535 / width));
            for (var y = 0; y < height; y++) zip.Write(row);
        }
        byte[] size = [.. Big(width), .. Big(height), 16, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, size), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>The same drawing (192 × 128) as phones store it, coded with HEVC; "turned" is to be shown a quarter to the right.</summary>
    public static byte[] Heic(string name)
    {
        using var stream = typeof(Pictures).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>upright.heic with an EXIF block as phones add it: an item of its own that describes the picture.</summary>
    public static byte[] HeicWithExif(byte[] tiff)
    {
        var heic = Heic("upright.heic");
        int Box(string name) => heic.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) - 4;
        var (meta, iloc, iinf, iprp) = (Box("meta"), Box("iloc"), Box("iinf"), Box("iprp"));
        byte[] exif = [0, 0, 0, 6, .. "Exif\0\0"u8, .. tiff];
        byte[] info = [.. Big(21), .. "infe"u8, 2, 0, 0, 0, 0, 2, 0, 0, .. "Exif"u8, 0];
        byte[] describes = [.. Big(26), .. "iref"u8, 0, 0, 0, 0, .. Big(14), .. "cdsc"u8, 0, 2, 0, 1, 0, 1];
        const int entry = 18;
        var grown = entry + info.Length + describes.Length;
        byte[] place = [0, 2, 0, 0, .. Big(heic.Length + grown + 8), 0, 1, 0, 0, 0, 0, .. Big(exif.Length)];
        BinaryPrimitives.WriteInt32BigEndian(heic.AsSpan(meta), BinaryPrimitives.ReadInt32BigEndian(heic.AsSpan(meta)) + grown);
        BinaryPrimitives.WriteInt32BigEndian(heic.AsSpan(iloc), BinaryPrimitives.ReadInt32BigEndian(heic.AsSpan(iloc)) + entry);
        BinaryPrimitives.WriteInt32BigEndian(heic.AsSpan(iloc + 20), BinaryPrimitives.ReadInt32BigEndian(heic.AsSpan(iloc + 20)) + grown);
        BinaryPrimitives.WriteInt32BigEndian(heic.AsSpan(iinf), BinaryPrimitives.ReadInt32BigEndian(heic.AsSpan(iinf)) + info.Length);
        // both boxes count their items in sixteen bits
        (heic[iloc + 15], heic[iinf + 13]) = (2, 2);
        return [.. heic[..iinf], .. place, .. heic[iinf..iprp], .. info, .. describes, .. heic[iprp..], .. Big(exif.Length + 8), .. "mdat"u8, .. exif];
    }

    /// <summary>Two frames of one 1 × 1 GIF.</summary>
    public static byte[] AnimatedGif()
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. frame, .. frame, 0x3B];
    }

    public static byte[] AnimatedPng()
    {
        var png = Encode(8, 8, SKEncodedImageFormat.Png);
        byte[] chunk = [0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0];
        WriteCrc(chunk, 4, 12);
        return [.. png[..33], .. chunk, .. png[33..]];
    }

    /// <summary>Two frames of one WebP picture.</summary>
    public static byte[] AnimatedWebp()
    {
        var still = Encode(16, 16, SKEncodedImageFormat.Webp)[12..];
        byte[] frame = [.. "ANMF"u8, .. Little(still.Length + 16), 0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 100, 0, 0, 0, .. still];
        byte[] body = [.. "WEBP"u8, .. "VP8X"u8, .. Little(10), 0x02, 0, 0, 0, 15, 0, 0, 15, 0, 0, .. "ANIM"u8, .. Little(6), 0, 0, 0, 0, 0, 0, .. frame, .. frame];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    /// <summary>An 8 × 8 JPEG of four ink components as print shops make them (Adobe, inverted), all red: one coefficient a component.</summary>
    public static byte[] CmykJpeg()
    {
        byte[] adobe = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];
        byte[] quantisation = [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] frame = [0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0];
        byte[] dc = [0xFF, 0xC4, 0, 21, 0x00, 0, 2, .. new byte[14], 0, 10];
        byte[] ac = [0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0];
        byte[] scan = [0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0];
        const string NoInk = "01" + "1111111000" + "0", FullInk = "01" + "0000000111" + "0";
        var bits = NoInk + FullInk + FullInk + NoInk + "1111";
        // a byte of all ones is followed by a zero, so that it is no marker
        byte[] data = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).SelectMany(b => b == 0xFF ? new byte[] { b, 0 } : [b])];
        return [0xFF, 0xD8, .. adobe, .. quantisation, .. frame, .. dc, .. ac, .. scan, .. data, 0xFF, 0xD9];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        byte[] chunk = [.. Big(body.Length), .. name, .. body, 0, 0, 0, 0];
        WriteCrc(chunk, 4, body.Length + 4);
        return chunk;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static void WriteCrc(byte[] png, int from, int length)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in png.AsSpan(from, length))
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
        }
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(from + length), ~crc);
    }
}
