using System.Buffers.Binary;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests;

public sealed class PictureHashTests
{
    private readonly SkiaPhotoReader _reader = new();

    [Fact]
    public void Compare_CopySmallerCompressedOrMirrored_IsTheSamePicture()
    {
        var original = _reader.Read(Scene(7, 900, false, 95)).Value!;
        var copy = _reader.Read(Scene(7, 420, false, 45)).Value!;
        var mirror = _reader.Read(Scene(7, 600, true, 70)).Value!;
        Assert.True(original.Hash.IsSamePictureAs(copy.Hash));
        Assert.False(original.Hash.IsSamePictureAs(mirror.Hash));
        Assert.True(original.Hash.IsSamePictureAs(mirror.Mirrored));
    }

    [Fact]
    public void Compare_DifferentScenes_AreDifferentPictures()
    {
        var hashes = Enumerable.Range(0, 40).Select(i => _reader.Read(Scene(100 + i, 300, false, 80)).Value!).ToList();
        for (var a = 0; a < hashes.Count; a++)
            for (var b = a + 1; b < hashes.Count; b++)
                Assert.False(hashes[a].Hash.IsSamePictureAs(hashes[b].Hash) || hashes[a].Mirrored.IsSamePictureAs(hashes[b].Hash));
    }

    [Fact]
    public void Read_PhotoThatSaysWhenAndWhere_TellsItApartAndShowsNoTrace()
    {
        var photo = _reader.Read(WithCapture(Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg))).Value!;
        Assert.Equal(new PhotoCapture(new DateTime(1994, 5, 1, 10, 30, 0), 30.5, -104.25), photo.Capture);
        Assert.Equal(-1, photo.DisplayWebp.AsSpan().IndexOf("1994:05:01"u8));
        var carried = PhotoWire.Read(PhotoWire.Write(photo))!.Value.Value!;
        Assert.Equal((photo.Capture, photo.Hash, photo.Mirrored), (carried.Capture, carried.Hash, carried.Mirrored));
        Assert.Null(_reader.Read(Pictures.Encode(64, 48, SKEncodedImageFormat.Png)).Value!.Capture);
    }

    [Fact]
    public void ReadCapture_MutatedBlock_NeverThrows()
    {
        var whole = WithCapture(Pictures.Encode(16, 16, SKEncodedImageFormat.Jpeg));
        var random = new Random(4);
        for (var i = 0; i < 5000; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var n = 0; n < 3; n++) bytes[random.Next(2, 200)] = (byte)random.Next(256);
            _ = CaptureReader.Of(bytes, "image/jpeg");
        }
    }

    /// <summary>Blocks and discs whose places and greys follow the seed.</summary>
    private static byte[] Scene(int seed, int width, bool mirrored, int quality)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(width, width * 3 / 4);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor((byte)random.Next(256), 128, 90));
        if (mirrored) canvas.Scale(-1, 1, width / 2f, 0);
        for (var i = 0; i < 14; i++)
        {
            using var paint = new SKPaint { Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)) };
            canvas.DrawCircle(width * random.NextSingle(), width * 0.75f * random.NextSingle(), width * (0.05f + 0.2f * random.NextSingle()), paint);
        }
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    private static byte[] WithCapture(byte[] jpeg)
    {
        byte[] body = [.. "Exif\0\0"u8, .. CaptureBlock()];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    /// <summary>EXIF, big-endian: one time, 30°30′ N 104°15′ W.</summary>
    internal static byte[] CaptureBlock()
    {
        var t = new byte[220];
        "MM\0*"u8.CopyTo(t);
        Put(t, 4, 8);
        Folder(t, 8, (0x8769, 4, 1, 40), (0x8825, 4, 1, 90));
        Folder(t, 40, (0x9003, 2, 20, 60));
        "1994:05:01 10:30:00"u8.CopyTo(t.AsSpan(60));
        Folder(t, 90, (1, 2, 2, 0x4E000000), (2, 5, 3, 150), (3, 2, 2, 0x57000000), (4, 5, 3, 180));
        foreach (var (at, value) in new[] { (150, 30u), (154, 1u), (158, 30u), (162, 1u), (166, 0u), (170, 1u), (180, 104u), (184, 1u), (188, 15u), (192, 1u), (196, 0u), (200, 1u) }) Put(t, at, value);
        return t;
    }

    private static void Folder(byte[] t, int at, params (ushort Tag, ushort Type, uint Count, uint Value)[] entries)
    {
        BinaryPrimitives.WriteUInt16BigEndian(t.AsSpan(at), (ushort)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = t.AsSpan(at + 2 + 12 * i);
            BinaryPrimitives.WriteUInt16BigEndian(entry, entries[i].Tag);
            BinaryPrimitives.WriteUInt16BigEndian(entry[2..], entries[i].Type);
            Put(t, at + 6 + 12 * i, entries[i].Count);
            Put(t, at + 10 + 12 * i, entries[i].Value);
        }
    }

    private static void Put(byte[] t, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(t.AsSpan(at), value);
}
