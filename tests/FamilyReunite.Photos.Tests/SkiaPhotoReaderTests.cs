using System.Text;
using FamilyReunite.Photos.Reading;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests;

public sealed class SkiaPhotoReaderTests
{
    private readonly SkiaPhotoReader _reader = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void Read_Photo_GivesSizeAndSmallCopies(SKEncodedImageFormat format, string mediaType)
    {
        var photo = _reader.Read(Pictures.Encode(2400, 1800, format));
        Assert.True(photo.Succeeded);
        Assert.Equal((mediaType, 2400, 1800), (photo.Value!.MediaType, photo.Value.Width, photo.Value.Height));
        Assert.Equal((1600, 1200), Size(photo.Value.DisplayWebp));
        Assert.Equal((320, 240), Size(photo.Value.ThumbnailWebp));
    }

    [Fact]
    public void Read_SmallPhoto_IsNotBlownUp() => Assert.Equal((40, 30), Size(_reader.Read(Pictures.Encode(40, 30, SKEncodedImageFormat.Png)).Value!.DisplayWebp));

    [Fact]
    public void Read_JpegOfInks_KeepsItsColour()
    {
        var photo = _reader.Read(Pictures.CmykJpeg());
        Assert.True(photo.Succeeded);
        using var display = SKBitmap.Decode(photo.Value!.DisplayWebp);
        var red = display.GetPixel(4, 4);
        Assert.True(red.Red > 200 && red.Green < 60 && red.Blue < 60, $"it is {red}");
    }

    [Fact]
    public void Read_FortyMegabytes_IsTooLarge() => Assert.Equal("photo.too-large", Code(new byte[40 * 1024 * 1024]));

    [Fact]
    public void Read_TextNamedAsPhoto_IsNotAPhoto() => Assert.Equal("photo.not-a-photo", Code(Encoding.UTF8.GetBytes("这不是照片，是一段文字。")));

    [Fact]
    public void Read_Nothing_IsEmpty() => Assert.Equal("photo.empty", Code([]));

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Read_Truncated_IsDamaged(SKEncodedImageFormat format)
    {
        var whole = Pictures.Encode(400, 300, format);
        Assert.Equal("photo.damaged", Code(whole[..(whole.Length / 2)]));
        Assert.Equal("photo.damaged", Code(whole[..20]));
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(12_001, 10)]
    [InlineData(11_000, 11_000)]
    public void Read_HeaderBomb_IsRefusedBeforeDecoding(int width, int height)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("photo.too-many-pixels", Code(Pictures.PngClaiming(width, height)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Read_Animation_IsRefused()
    {
        Assert.Equal("photo.animated", Code(Pictures.AnimatedWebp()));
        Assert.Equal("photo.animated", Code(Pictures.AnimatedPng()));
        Assert.Equal("photo.not-a-photo", Code([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]));
    }

    [Theory]
    [InlineData(1, 0, 0, 400, 300)]
    [InlineData(3, 399, 299, 400, 300)]
    [InlineData(6, 299, 0, 300, 400)]
    [InlineData(8, 0, 399, 300, 400)]
    public void Read_CameraHeldOtherwise_IsTurnedUpright(byte orientation, int whiteX, int whiteY, int width, int height)
    {
        var photo = _reader.Read(Pictures.WithOrientation(Pictures.Encode(400, 300, SKEncodedImageFormat.Jpeg), orientation)).Value!;
        Assert.Equal((width, height), (photo.Width, photo.Height));
        using var display = SKBitmap.Decode(photo.DisplayWebp);
        Assert.Equal((width, height), (display.Width, display.Height));
        var corner = display.GetPixel(Math.Clamp(whiteX, 10, width - 10), Math.Clamp(whiteY, 10, height - 10));
        Assert.True(corner.Red > 200 && corner.Green > 200 && corner.Blue > 200, $"corner is {corner}");
    }

    [Fact]
    public void Read_PhotoWithMetadata_DropsIt()
    {
        var photo = _reader.Read(Pictures.WithOrientation(Pictures.Encode(400, 300, SKEncodedImageFormat.Jpeg), 6)).Value!;
        foreach (var copy in new[] { photo.DisplayWebp, photo.ThumbnailWebp })
            Assert.Equal(-1, Encoding.Latin1.GetString(copy).IndexOf("exif", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Read_SamePictureSmallerAndCompressed_HasANearFingerprint()
    {
        var a = _reader.Read(Pictures.Encode(1200, 900, SKEncodedImageFormat.Png)).Value!.DifferenceHash;
        var b = _reader.Read(Pictures.Encode(600, 450, SKEncodedImageFormat.Jpeg, 40)).Value!.DifferenceHash;
        var turned = _reader.Read(Pictures.WithOrientation(Pictures.Encode(1200, 900, SKEncodedImageFormat.Jpeg), 3)).Value!.DifferenceHash;
        Assert.InRange(PhotoFingerprint.Distance(a, b), 0, 10);
        Assert.True(PhotoFingerprint.Distance(a, turned) > PhotoFingerprint.Distance(a, b));
        Assert.Equal(64, PhotoFingerprint.Distance(0, -1));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Read_MutatedBytes_NeverThrows(SKEncodedImageFormat format)
    {
        var whole = Pictures.Encode(64, 48, format);
        var random = new Random(20260303);
        var refused = 0;
        for (var i = 0; i < 600; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var n = random.Next(1, 12); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) bytes = bytes[..random.Next(bytes.Length)];
            var outcome = _reader.Read(bytes);
            if (outcome.Succeeded) continue;
            refused++;
            Assert.StartsWith("photo.", outcome.Problems[0].Code);
        }
        Assert.InRange(refused, 1, 600);
    }

    private static (int Width, int Height) Size(byte[] webp)
    {
        using var bitmap = SKBitmap.Decode(webp);
        return (bitmap.Width, bitmap.Height);
    }

    private string Code(byte[] bytes) => Assert.Single(_reader.Read(bytes).Problems).Code;
}
