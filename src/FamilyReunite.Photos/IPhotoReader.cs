using FamilyReunite.Domain;
using FamilyReunite.Photos.Reading;

namespace FamilyReunite.Photos;

/// <summary>A decoded picture: 8-bit RGBA rows, upright (EXIF orientation applied), without metadata.</summary>
public sealed record PixelImage(int Width, int Height, byte[] Rgba);

/// <param name="MediaType">What the bytes are, whatever the file is called.</param>
/// <param name="DifferenceHash">64-bit dHash of the upright picture.</param>
/// <param name="ThumbnailWebp">Longest side at most 320 px, without metadata.</param>
/// <param name="DisplayWebp">Longest side at most 1600 px, without metadata.</param>
public sealed record ReadPhoto(string MediaType, int Width, int Height, long DifferenceHash, byte[] ThumbnailWebp, byte[] DisplayWebp)
{
    /// <summary>pHash of the upright picture.</summary>
    public long CosineHash { get; init; }

    /// <summary>Both hashes of the picture seen in a mirror; a copy turned left to right is still the same picture.</summary>
    public PictureHash Mirrored { get; init; }

    /// <summary>Null when the file does not say.</summary>
    public PhotoCapture? Capture { get; init; }

    public PictureHash Hash => new(DifferenceHash, CosineHash);
}

/// <summary>When and where the camera says it was. Kept with the record and restricted; no picture that is shown carries it.</summary>
/// <param name="TakenAt">The camera's own clock, no time zone.</param>
/// <param name="Latitude">Degrees north, WGS 84; null together with the longitude.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record PhotoCapture(DateTime? TakenAt, double? Latitude, double? Longitude);

public interface IPhotoReader
{
    /// <summary>Reads JPEG, PNG, WebP and (in the decoding process) HEIC of at most 15 MB, 12,000 px a side, 50 MP. Problems: photo.too-large, photo.too-many-pixels, photo.not-a-photo, photo.damaged, photo.animated, photo.empty, photo.gave-up.</summary>
    Outcome<ReadPhoto> Read(ReadOnlyMemory<byte> bytes);
}

/// <summary>Decodes HEIC, turned upright; runs only in the decoding process.</summary>
public interface IHeicDecoder
{
    /// <summary>Problems: photo.damaged, photo.too-many-pixels, photo.animated.</summary>
    Outcome<HeicPicture> Decode(ReadOnlyMemory<byte> bytes);
}

/// <param name="Exif">The block with when and where it was taken, as the file has it; null without one.</param>
public sealed record HeicPicture(PixelImage Pixels, byte[]? Exif);

public interface IAttachmentSniffer
{
    /// <summary>Media type of an audio clip (wav, mp3, m4a, ogg, webm, amr) or document (pdf) by its first bytes; null for anything else.</summary>
    string? Sniff(ReadOnlySpan<byte> head);
}
