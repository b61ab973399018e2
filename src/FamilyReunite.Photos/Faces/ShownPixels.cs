using SkiaSharp;

namespace FamilyReunite.Photos.Faces;

/// <summary>Pixels of a picture that our own reader made.</summary>
public static class ShownPixels
{
    /// <param name="webp">As <see cref="ReadPhoto.DisplayWebp"/>.</param>
    /// <exception cref="InvalidDataException">The bytes are no picture.</exception>
    public static PixelImage Of(byte[] webp)
    {
        using var decoded = SKBitmap.Decode(webp) ?? throw new InvalidDataException("A stored picture cannot be read.");
        using var bitmap = decoded.Copy(SKColorType.Rgba8888);
        return new PixelImage(bitmap.Width, bitmap.Height, bitmap.Bytes);
    }
}
