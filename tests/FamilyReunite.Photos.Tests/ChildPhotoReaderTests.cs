using System.Text;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using SkiaSharp;

namespace FamilyReunite.Photos.Tests;

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
        Assert.Equal("photo.damaged", Code([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 60, .. "meta"u8]));
        Assert.True(_reader.Read(Pictures.CmykJpeg()).Succeeded);
    }

    [Fact]
    public void Read_EightMegapixelsInFewBytes_LeavesTheServersMemoryAlone()
    {
        var bomb = Pictures.Encode(4000, 2000, SKEncodedImageFormat.Png);
        _reader.Read(bomb);
        var before = Environment.WorkingSet;
        for (var i = 0; i < 5; i++) Assert.True(_reader.Read(bomb).Succeeded);
        Assert.True(Environment.WorkingSet - before < 50_000_000);
    }

    /// <summary>PHOTO_MUTATIONS=100000 runs the long form.</summary>
    [Fact]
    public void Read_MutatedFiles_AreAnsweredAndTheNextPhotoIsRead()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PHOTO_MUTATIONS"), out var wished) ? wished : 300;
        byte[][] seeds = [Pictures.Encode(64, 48, SKEncodedImageFormat.Jpeg), Pictures.Encode(64, 48, SKEncodedImageFormat.Png), Pictures.Encode(64, 48, SKEncodedImageFormat.Webp), Pictures.CmykJpeg()];
        var random = new Random(20261125);
        for (var i = 0; i < count; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var n = random.Next(1, 12); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var outcome = _reader.Read(bytes);
            if (!outcome.Succeeded) Assert.StartsWith("photo.", outcome.Problems[0].Code);
        }
        Assert.True(_reader.Read(seeds[0]).Succeeded);
    }

    private string Code(byte[] bytes) => Assert.Single(_reader.Read(bytes).Problems).Code;
}
