using FamilyReunite.Domain;
using SkiaSharp;

namespace FamilyReunite.Photos.Reading;

/// <summary>Reads photos with Skia: header first, then pixels no larger than needed; what is kept is encoded anew, so no metadata survives. Thread-safe.</summary>
/// <param name="heic">Null refuses HEIC, which Skia cannot read.</param>
public sealed class SkiaPhotoReader(IHeicDecoder? heic = null) : IPhotoReader
{
    private const int DisplayQuality = 85;
    private const int ThumbnailQuality = 75;
    internal const string Field = "photo";

    public Outcome<ReadPhoto> Read(ReadOnlyMemory<byte> bytes)
    {
        if (PhotoHeader.Refuse(bytes.Span) is { } refused) return refused;
        var mediaType = PhotoHeader.MediaType(bytes.Span)!;
        if (mediaType == PhotoHeader.Heic) return ReadHeic(bytes);
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0) return new Problem("photo.damaged", Field);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > PhotoLimits.MaxSide || height > PhotoLimits.MaxSide || (long)width * height > PhotoLimits.MaxPixels)
            return new Problem("photo.too-many-pixels", Field, PhotoLimits.MaxSide, PhotoLimits.MaxPixels / 1_000_000);
        if (codec.FrameCount > 1) return new Problem("photo.animated", Field);
        using var decoded = Decode(codec);
        if (decoded is null) return new Problem("photo.damaged", Field);
        return Describe(mediaType, codec.EncodedOrigin, width, height, decoded, CaptureReader.Of(bytes.Span, mediaType));
    }

    private Outcome<ReadPhoto> ReadHeic(ReadOnlyMemory<byte> bytes)
    {
        if (heic is null) return new Problem("photo.not-a-photo", Field);
        var read = heic.Decode(bytes);
        if (read.Value is not { } picture) return read.Problems.ToArray();
        var pixels = picture.Pixels;
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(pixels.Width, pixels.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb()))) return new Problem("photo.damaged", Field);
        pixels.Rgba.CopyTo(bitmap.GetPixelSpan());
        return Describe(PhotoHeader.Heic, SKEncodedOrigin.TopLeft, pixels.Width, pixels.Height, bitmap, picture.Exif is { } exif ? CaptureReader.OfBlock(exif) : null);
    }

    private static Outcome<ReadPhoto> Describe(string mediaType, SKEncodedOrigin origin, int storedWidth, int storedHeight, SKBitmap decoded, PhotoCapture? capture)
    {
        using var display = Upright.Draw(decoded, origin, PhotoLimits.DisplaySide);
        using var thumbnail = display is null ? null : Upright.Draw(display, SKEncodedOrigin.TopLeft, PhotoLimits.ThumbnailSide);
        if (display is null || thumbnail is null) return new Problem("photo.damaged", Field);
        var (large, small) = (Webp(display, DisplayQuality), Webp(thumbnail, ThumbnailQuality));
        if (large is null || small is null) return new Problem("photo.damaged", Field);
        var turned = Upright.SwapsSides(origin);
        var (width, height) = turned ? (storedHeight, storedWidth) : (storedWidth, storedHeight);
        var shown = new PixelImage(display.Width, display.Height, display.Bytes);
        return new ReadPhoto(mediaType, width, height, PhotoFingerprint.Of(shown), small, large)
        {
            CosineHash = CosineHash.Of(shown), Mirrored = MirroredHash.Of(shown), Capture = capture,
        };
    }

    /// <summary>Pixels at the smallest size the format can give that still fills the display; null when any are missing.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = longest > PhotoLimits.DisplaySide ? codec.GetScaledDimensions((float)PhotoLimits.DisplaySide / longest) : codec.Info.Size;
        if (Math.Max(size.Width, size.Height) < Math.Min(longest, PhotoLimits.DisplaySide)) size = codec.Info.Size;
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb());
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static byte[]? Webp(SKBitmap bitmap, int quality)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, quality);
        return data?.ToArray();
    }
}
