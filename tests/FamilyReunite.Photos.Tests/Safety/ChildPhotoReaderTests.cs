using System.Text;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests.Safety;

/// <summary>Memory of the test process is measured, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class ChildPhotoReaderTests : IDisposable
{
    private readonly ChildPhotoReader _reader = new(TimeProvider.System);

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Read_Photo_AnswersAsTheReaderInsideDoes(SKEncodedImageFormat format)
    {
        var bytes = Pictures.Encode(800, 600, format);
        var (here, there) = (new SkiaPhotoReader().Read(bytes).Value!, _reader.Read(bytes).Value!);
        Assert.Equal((here.MediaType, here.Width, here.Height, here.DifferenceHash), (there.MediaType, there.Width, there.Height, there.DifferenceHash));
        Assert.Equal(here.ThumbnailWebp, there.ThumbnailWebp);
        Assert.Equal(here.DisplayWebp, there.DisplayWebp);
    }

    [Fact]
    public void Read_BadInput_IsAnsweredInOneCode()
    {
        Assert.Equal("photo.empty", Code([]));
        Assert.Equal("photo.not-a-photo", Code(Encoding.UTF8.GetBytes("这不是照片，是一段文字。")));
        Assert.Equal("photo.not-a-photo", Code([.. "%PDF-1.7\n"u8, .. Pictures.Encode(8, 8, SKEncodedImageFormat.Jpeg)]));
        Assert.Equal("photo.too-many-pixels", Code(Pictures.PngClaiming(50_000, 50_000)));
        Assert.Equal("photo.animated", Code(Pictures.AnimatedWebp()));
        Assert.Equal("photo.too-many-pixels", Code(Pictures.JpegClaiming(50_000, 50_000)));
        Assert.Equal("photo.too-many-pixels", Code(Pictures.WebpClaiming(16_000, 16_000)));
        Assert.Equal("photo.animated", Code(Pictures.AnimatedPng()));
        Assert.Equal("photo.not-a-photo", Code([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]));
        Assert.Equal("photo.not-a-photo", Code([.. "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"u8]));
        Assert.Equal("photo.not-a-photo", Code([.. "push graphic-context\nviewbox 0 0 1 1\n"u8]));
        Assert.Equal("photo.not-a-photo", Code(new byte[64]));
        Assert.Equal("photo.damaged", Code(Pictures.Encode(400, 300, SKEncodedImageFormat.Jpeg)[..900]));
        Assert.Equal("photo.damaged", Code(Pictures.Heic("upright.heic")[..600]));
        Assert.Equal("photo.damaged", Code([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 60, .. "meta"u8]));
        Assert.True(_reader.Read(Pictures.CmykJpeg()).Succeeded);
        Assert.True(_reader.Read(Pictures.SixteenBitPng(400, 300)).Succeeded);
    }

    /// <summary>A picture that is a page, an archive or a script as well stays a picture: what is shown is encoded anew and carries none of it.</summary>
    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("PK\u0003\u0004 an archive behind the picture")]
    [InlineData("<?php system($_GET['c']); ?>")]
    public void Read_PolyglotBehindAPicture_ShowsThePictureAlone(string rider)
    {
        var second = Encoding.UTF8.GetBytes(rider);
        var jpeg = Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg);
        // behind the picture, and in a comment within it
        byte[] within = [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(second.Length + 2), .. second, .. jpeg[2..]];
        foreach (var (bytes, type) in new[] { ([.. jpeg, .. second], "image/jpeg"), (within, "image/jpeg"), ((byte[])[.. Pictures.Encode(64, 48, SKEncodedImageFormat.Png), .. second], "image/png"), ([.. Pictures.Encode(64, 48, SKEncodedImageFormat.Webp), .. second], "image/webp"), ([.. Pictures.Heic("upright.heic"), .. second], "image/heic") })
        {
            var photo = _reader.Read(bytes).Value!;
            Assert.Equal(type, photo.MediaType);
            foreach (var shown in new[] { photo.DisplayWebp, photo.ThumbnailWebp }) Assert.True(shown.AsSpan().IndexOf(second) < 0);
        }
    }

    [Fact]
    public void Read_HeicThatSaysWhenAndWhere_TellsItApartAndShowsNoTrace()
    {
        var photo = _reader.Read(Pictures.HeicWithExif(PictureHashTests.CaptureBlock())).Value!;
        Assert.Equal(("image/heic", 192, 128), (photo.MediaType, photo.Width, photo.Height));
        Assert.Equal(new PhotoCapture(new DateTime(1994, 5, 1, 10, 30, 0), 30.5, -104.25), photo.Capture);
        Assert.Equal(-1, photo.DisplayWebp.AsSpan().IndexOf("1994:05:01"u8));
        Assert.Null(_reader.Read(Pictures.HeicWithExif([1, 2, 3])).Value!.Capture);
        Assert.Null(_reader.Read(Pictures.Heic("upright.heic")).Value!.Capture);
    }

    /// <summary>A file that moves is refused whatever its header says of it.</summary>
    [Fact]
    public void Read_MovingPictures_AreRefused()
    {
        Assert.Equal("photo.not-a-photo", Code(Pictures.AnimatedGif()));
        var quiet = Pictures.AnimatedWebp();
        quiet[20] = 0;
        Assert.Contains(Code(quiet), new[] { "photo.animated", "photo.damaged" });
        var late = Pictures.AnimatedPng();
        Assert.Equal("photo.animated", Code([.. late, .. "trailing"u8]));
    }

    [Theory]
    [InlineData("upright.heic", 192, 128, 20, 15)]
    [InlineData("turned.heic", 128, 192, 110, 20)]
    public void Read_HeicOfAPhone_IsShownUpright(string name, int width, int height, int whiteX, int whiteY)
    {
        var photo = _reader.Read(Pictures.Heic(name)).Value!;
        Assert.Equal(("image/heic", width, height), (photo.MediaType, photo.Width, photo.Height));
        using var shown = SKBitmap.Decode(photo.DisplayWebp);
        var corner = shown.GetPixel(whiteX, whiteY);
        Assert.True(corner is { Red: > 200, Green: > 200, Blue: > 200 }, $"it is {corner}");
    }

    [Fact]
    public void Read_EightMegapixelsInFewBytes_LeavesTheServersMemoryAlone()
    {
        var bomb = Pictures.Encode(4000, 2000, SKEncodedImageFormat.Png);
        Assert.True(bomb.Length < 76_000);
        _reader.Read(bomb);
        var before = Environment.WorkingSet;
        for (var i = 0; i < 5; i++) Assert.True(_reader.Read(bomb).Succeeded);
        Assert.True(Environment.WorkingSet - before < 50_000_000);
    }

    private string Code(byte[] bytes) => Assert.Single(_reader.Read(bytes).Problems).Code;
}
