using FamilyReunite.Domain;
using FamilyReunite.Photos.Reading;
using ImageMagick;

namespace FamilyReunite.Photos.Worker;

/// <summary>HEIC through ImageMagick, told that it is HEIC and nothing else, within the limits of a photo and without a disk to fall back to.</summary>
internal sealed class MagickHeicDecoder : IHeicDecoder
{
    private const string Field = "photo";
    private static readonly MagickReadSettings Settings = new() { Format = MagickFormat.Heic };

    static MagickHeicDecoder()
    {
        ResourceLimits.Width = PhotoLimits.MaxSide;
        ResourceLimits.Height = PhotoLimits.MaxSide;
        ResourceLimits.Area = PhotoLimits.MaxPixels;
        ResourceLimits.Memory = 512UL * 1024 * 1024;
        ResourceLimits.Disk = 0;
        // the picture and the one it is copied into
        ResourceLimits.ListLength = 2;
        ResourceLimits.Thread = 1;
    }

    public Outcome<HeicPicture> Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (!OperatingSystem.IsLinux()) return Decode(image => image.Ping(bytes.Span, Settings), image => image.Read(bytes.Span, Settings));
            // the library reads HEIC from a path alone and would copy the bytes into a temporary file
            using var file = new MemoryFile(bytes.Span);
            return Decode(image => image.Ping(file.Path, Settings), image => image.Read(file.Path, Settings));
        }
        catch (MagickException)
        {
            return new Problem("photo.damaged", Field);
        }
        catch (IOException)
        {
            // no file in memory, or none may be filled (see Confinement)
            return new Problem("photo.gave-up", Field);
        }
    }

    private static Outcome<HeicPicture> Decode(Action<MagickImage> ping, Action<MagickImage> read)
    {
        using (var info = new MagickImage())
        {
            ping(info);
            if (info.Width > PhotoLimits.MaxSide || info.Height > PhotoLimits.MaxSide || (long)info.Width * info.Height > PhotoLimits.MaxPixels)
                return new Problem("photo.too-many-pixels", Field, PhotoLimits.MaxSide, PhotoLimits.MaxPixels / 1_000_000);
        }
        using var image = new MagickImage();
        read(image);
        image.ColorSpace = ColorSpace.sRGB;
        using var pixels = image.GetPixelsUnsafe();
        return pixels.ToByteArray(PixelMapping.RGBA) is { } rgba ? new HeicPicture(new PixelImage((int)image.Width, (int)image.Height, rgba), image.GetProfile("exif")?.ToByteArray()) : new Problem("photo.damaged", Field);
    }
}
