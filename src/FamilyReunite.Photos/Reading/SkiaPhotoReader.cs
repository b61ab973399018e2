using FamilyReunite.Domain;
using SkiaSharp;

namespace FamilyReunite.Photos.Reading;

/// <summary>Reads photos with Skia: header first, then pixels no larger than needed; what is kept is encoded anew, so no metadata survives. Thread-safe.</summary>
public sealed class SkiaPhotoReader : IPhotoReader
{
    private const int DisplayQuality = 85;
    private const int ThumbnailQuality = 75;
    private const string Field = "photo";

    public Outcome<ReadPhoto> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > PhotoLimits.MaxBytes) return new Problem("photo.too-large", Field, PhotoLimits.MaxBytes / 1024 / 1024);
        if (PhotoHeader.MediaType(bytes.Span) is not { } mediaType) return new Problem("photo.not-a-photo", Field);
        if (PhotoHeader.IsAnimatedWebp(bytes.Span) || (mediaType == "image/png" && PhotoHeader.IsAnimatedPng(bytes.Span))) return new Problem("photo.animated", Field);
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0) return new Problem("photo.damaged", Field);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > PhotoLimits.MaxSide || height > PhotoLimits.MaxSide || (long)width * height > PhotoLimits.MaxPixels)
            return new Problem("photo.too-many-pixels", Field, PhotoLimits.MaxSide, PhotoLimits.MaxPixels / 1_000_000);
        if (codec.FrameCount > 1) return new Problem("photo.animated", Field);
        using var decoded = Decode(codec);
        if (decoded is null) return new Problem("photo.damaged", Field);
        return Describe(mediaType, codec, decoded);
    }

    private static Outcome<ReadPhoto> Describe(string mediaType, SKCodec codec, SKBitmap decoded)
    {
        using var display = Upright.Draw(decoded, codec.EncodedOrigin, PhotoLimits.DisplaySide);
        using var thumbnail = display is null ? null : Upright.Draw(display, SKEncodedOrigin.TopLeft, PhotoLimits.ThumbnailSide);
        if (display is null || thumbnail is null) return new Problem("photo.damaged", Field);
        var (large, small) = (Webp(display, DisplayQuality), Webp(thumbnail, ThumbnailQuality));
        if (large is null || small is null) return new Problem("photo.damaged", Field);
        var turned = Upright.SwapsSides(codec.EncodedOrigin);
        var (width, height) = turned ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        return new ReadPhoto(mediaType, width, height, PhotoFingerprint.Of(new PixelImage(display.Width, display.Height, display.Bytes)), small, large);
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
