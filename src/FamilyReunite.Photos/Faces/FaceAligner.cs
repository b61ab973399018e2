namespace FamilyReunite.Photos.Faces;

/// <summary>Cuts a face out so that its five points lie where the recogniser expects them: turned, scaled and moved, never bent or mirrored.</summary>
internal static class FaceAligner
{
    public static PixelImage Cut(PixelImage image, ReadOnlySpan<float> points, RecogniserShape shape)
    {
        var (a, b, x0, y0) = Fit(points, shape);
        var norm = a * a + b * b;
        var rgba = new byte[4 * shape.Side * shape.Side];
        for (var y = 0; y < shape.Side; y++)
            for (var x = 0; x < shape.Side; x++)
            {
                var (u, v) = (x - x0, y - y0);
                Sample(image, (a * u + b * v) / norm, (a * v - b * u) / norm, rgba.AsSpan(4 * (y * shape.Side + x), 4));
            }
        return new PixelImage(shape.Side, shape.Side, rgba);
    }

    /// <summary>Least squares for x' = ax − by + x0, y' = bx + ay + y0 over the five points.</summary>
    private static (double A, double B, double X0, double Y0) Fit(ReadOnlySpan<float> from, RecogniserShape shape)
    {
        double fx = 0, fy = 0, tx = 0, ty = 0, dot = 0, cross = 0, size = 0;
        for (var i = 0; i < 10; i += 2) (fx, fy, tx, ty) = (fx + from[i] / 5, fy + from[i + 1] / 5, tx + shape.Template[i] * shape.Side / 5.0, ty + shape.Template[i + 1] * shape.Side / 5.0);
        for (var i = 0; i < 10; i += 2)
        {
            var (px, py, qx, qy) = (from[i] - fx, from[i + 1] - fy, shape.Template[i] * shape.Side - tx, shape.Template[i + 1] * shape.Side - ty);
            (dot, cross, size) = (dot + px * qx + py * qy, cross + px * qy - py * qx, size + px * px + py * py);
        }
        var (a, b) = size > 0 && dot * dot + cross * cross > 0 ? (dot / size, cross / size) : (1, 0);
        return (a, b, tx - a * fx + b * fy, ty - b * fx - a * fy);
    }

    /// <summary>Between four pixels; black outside the picture.</summary>
    private static void Sample(PixelImage image, double x, double y, Span<byte> pixel)
    {
        pixel[3] = 255;
        if (!(x > -1 && y > -1 && x < image.Width && y < image.Height)) return;
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (dx, dy) = (x - left, y - top);
        for (var c = 0; c < 3; c++)
            pixel[c] = (byte)Math.Round((At(image, left, top, c) * (1 - dx) + At(image, left + 1, top, c) * dx) * (1 - dy) + (At(image, left, top + 1, c) * (1 - dx) + At(image, left + 1, top + 1, c) * dx) * dy);
    }

    private static int At(PixelImage image, int x, int y, int c) => x < 0 || y < 0 || x >= image.Width || y >= image.Height ? 0 : image.Rgba[4 * (y * image.Width + x) + c];
}
