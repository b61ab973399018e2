using SkiaSharp;

namespace FamilyReunite.Photos.Faces;

/// <summary>Pictures made ready for a network.</summary>
internal static class Raster
{
    /// <summary>The picture at <paramref name="scale"/>, in the corner of a black sheet whose sides are multiples of 32.</summary>
    public static PixelImage Fit(PixelImage image, float scale)
    {
        var (width, height) = (Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        var (sheetWidth, sheetHeight) = ((width + 31) / 32 * 32, (height + 31) / 32 * 32);
        using var source = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        image.Rgba.CopyTo(source.GetPixelSpan());
        using var sheet = new SKBitmap(new SKImageInfo(sheetWidth, sheetHeight, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.Black);
        using var drawn = SKImage.FromBitmap(source);
        canvas.DrawImage(drawn, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return new PixelImage(sheetWidth, sheetHeight, sheet.Bytes);
    }

    /// <summary>Planes of floats 0 to 255, one channel after the other.</summary>
    public static float[] Planes(PixelImage image, bool blueFirst)
    {
        var size = image.Width * image.Height;
        var planes = new float[3 * size];
        for (var i = 0; i < size; i++)
            for (var c = 0; c < 3; c++) planes[c * size + i] = image.Rgba[4 * i + (blueFirst ? 2 - c : c)];
        return planes;
    }

    /// <summary>Turned clockwise by a quarter as often as told.</summary>
    public static PixelImage Turn(PixelImage image, int quarters)
    {
        for (var turned = 0; turned < quarters; turned++)
        {
            var rgba = new byte[image.Rgba.Length];
            for (var y = 0; y < image.Height; y++)
                for (var x = 0; x < image.Width; x++) image.Rgba.AsSpan(4 * (y * image.Width + x), 4).CopyTo(rgba.AsSpan(4 * (x * image.Height + image.Height - 1 - y)));
            image = new PixelImage(image.Height, image.Width, rgba);
        }
        return image;
    }
}
