namespace FamilyReunite.Photos.Faces;

/// <summary>Tells a face that was drawn with areas of one colour from one that a camera saw. A drawing with fine shading is not told.</summary>
internal static class FlatColour
{
    /// <summary>Share of places whose whole surroundings are of one brightness: 0.37 and more in drawings 108 to 454 pixels wide, 0.39 and less in photos.</summary>
    private const double Flat = 0.30;

    /// <summary>Share of the four commonest colours: 0.45 and more in those drawings, 0.39 and less in those photos.</summary>
    private const double Few = 0.42;

    /// <summary>Difference of brightness within one area: what compression leaves.</summary>
    private const int Even = 2;

    /// <summary>Overexposed skin is flat without being drawn.</summary>
    private const int Blown = 250;

    /// <summary>Half a side of the surroundings, in pixels.</summary>
    private const int Around = 2;

    /// <summary>Places looked at along the width of a face.</summary>
    private const int Places = 128;

    private const int CommonestColours = 4;

    /// <summary>Both shares are above their line, among the places that are not overexposed.</summary>
    public static bool IsDrawn(PixelImage image, DetectedFace face)
    {
        var (left, right) = (Math.Max(Around, (int)face.X), Math.Min(image.Width - Around, (int)(face.X + face.Width)));
        var (top, bottom) = (Math.Max(Around, (int)face.Y), Math.Min(image.Height - Around, (int)(face.Y + face.Height)));
        var step = Math.Max(1, (int)face.Width / Places);
        var (seen, all, flat) = (0, 0, 0);
        var colours = new Dictionary<int, int>();
        for (var y = top; y < bottom; y += step)
            for (var x = left; x < right; x += step, all++)
            {
                if (Luma(image, x, y) > Blown) continue;
                seen++;
                if (IsEven(image, x, y)) flat++;
                var colour = Colour(image, x, y);
                colours[colour] = colours.GetValueOrDefault(colour) + 1;
            }
        // what is left of a blown face says nothing
        if (seen == 0 || seen < all / 3) return false;
        return flat >= Flat * seen && colours.Values.OrderDescending().Take(CommonestColours).Sum() >= Few * seen;
    }

    private static bool IsEven(PixelImage image, int x, int y)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        for (var v = y - Around; v <= y + Around; v++)
            for (var u = x - Around; u <= x + Around; u++)
            {
                var luma = Luma(image, Math.Min(u, image.Width - 1), Math.Min(v, image.Height - 1));
                (low, high) = (Math.Min(low, luma), Math.Max(high, luma));
            }
        return high - low <= Even;
    }

    private static double Luma(PixelImage image, int x, int y)
    {
        var at = 4 * (y * image.Width + x);
        return 0.299 * image.Rgba[at] + 0.587 * image.Rgba[at + 1] + 0.114 * image.Rgba[at + 2];
    }

    /// <summary>Five bits of each channel.</summary>
    private static int Colour(PixelImage image, int x, int y)
    {
        var at = 4 * (y * image.Width + x);
        return ((image.Rgba[at] >> 3) << 10) | ((image.Rgba[at + 1] >> 3) << 5) | (image.Rgba[at + 2] >> 3);
    }
}
