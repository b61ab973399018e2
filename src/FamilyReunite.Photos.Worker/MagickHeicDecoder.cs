using FamilyReunite.Domain;
using FamilyReunite.Photos.Reading;
using ImageMagick;

namespace FamilyReunite.Photos.Worker;

/// <summary>HEIC through ImageMagick, told that it is HEIC and nothing else, within the limits of a photo and without a disk to fall back to.</summary>
internal sealed class MagickHeicDecoder : IHeicDecoder
{
    private const string Field = "photo";

    static MagickHeicDecoder()
    {
        ResourceLimits.Width = PhotoLimits.MaxSide;
        ResourceLimits.Height = PhotoLimits.MaxSide;
        ResourceLimits.Area = PhotoLimits.MaxPixels;
        ResourceLimits.Memory = 512UL * 1024 * 1024;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 1;
        ResourceLimits.Thread = 1;
    }

    public Outcome<PixelImage> Decode(ReadOnlyMemory<byte> bytes)
    {
        var settings = new MagickReadSettings { Format = MagickFormat.Heic };
        try
        {
            using var info = new MagickImage();
            info.Ping(bytes.Span, settings);
            if (info.Width > PhotoLimits.MaxSide || info.Height > PhotoLimits.MaxSide || (long)info.Width * info.Height > PhotoLimits.MaxPixels)
                return new Problem("photo.too-many-pixels", Field, PhotoLimits.MaxSide, PhotoLimits.MaxPixels / 1_000_000);
            using var image = new MagickImage(bytes.Span, settings);
            image.ColorSpace = ColorSpace.sRGB;
            using var pixels = image.GetPixelsUnsafe();
            return pixels.ToByteArray(PixelMapping.RGBA) is { } rgba ? new PixelImage((int)image.Width, (int)image.Height, rgba) : new Problem("photo.damaged", Field);
        }
        catch (MagickException)
        {
            return new Problem("photo.damaged", Field);
        }
    }
}
