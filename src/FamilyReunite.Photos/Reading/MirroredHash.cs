namespace FamilyReunite.Photos.Reading;

/// <summary>What a picture looks like in a mirror.</summary>
public static class MirroredHash
{
    public static PictureHash Of(PixelImage image) => new(PhotoFingerprint.Of(image, mirrored: true), CosineHash.Of(image, mirrored: true));
}
