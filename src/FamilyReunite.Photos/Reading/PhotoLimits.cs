namespace FamilyReunite.Photos.Reading;

/// <summary>What a photo may be at most; checked on the header before any pixel is decoded.</summary>
public static class PhotoLimits
{
    public const int MaxBytes = 15 * 1024 * 1024;

    /// <summary>Pixels of the longer side.</summary>
    public const int MaxSide = 12_000;

    public const long MaxPixels = 50_000_000;

    /// <summary>Longest side of the picture shown, in pixels.</summary>
    public const int DisplaySide = 1600;

    /// <summary>Longest side of the thumbnail, in pixels.</summary>
    public const int ThumbnailSide = 320;
}
