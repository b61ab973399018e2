using FamilyReunite.Domain.Faces;

namespace FamilyReunite.Photos.Faces;

/// <summary>What makes a face hard to compare, told from its points and its pixels.</summary>
internal static class FaceQuality
{
    /// <summary>Narrower faces are not taken at all, in pixels.</summary>
    public const float Least = 20;

    private const float Small = 32, Drawable = 64;

    /// <summary>Variance of the second differences of brightness below which a face of at least <see cref="Drawable"/> pixels has lost its edges.</summary>
    private const double Sharp = 14;

    /// <summary>Eyes darker than this share of the cheeks are behind dark glasses, or a hat's shadow.</summary>
    private const double Dark = 0.42;

    public static FaceDoubts Judge(PixelImage image, DetectedFace face, RecogniserShape shape)
    {
        var doubts = FaceDoubts.None;
        if (face.Width < Small) doubts |= FaceDoubts.TooSmall;
        if (IsTurned(face.Points)) doubts |= FaceDoubts.Turned;
        var luma = Luma(FaceAligner.Cut(image, face.Points, shape));
        if (face.Width >= Drawable && Edges(luma, shape.Side) < Sharp) doubts |= FaceDoubts.Blurred;
        if (face.Width >= Drawable && FlatColour.IsDrawn(image, face)) doubts |= FaceDoubts.Drawn;
        if (EyesAreDark(luma, shape)) doubts |= FaceDoubts.EyesCovered;
        return doubts;
    }

    /// <summary>The nose of a face that looks at the camera stands between the eyes; 0.5 is the middle.</summary>
    private static bool IsTurned(float[] p)
    {
        var (ex, ey) = (p[2] - p[0], p[3] - p[1]);
        var length = ex * ex + ey * ey;
        if (length <= 0) return true;
        var along = ((p[4] - p[0]) * ex + (p[5] - p[1]) * ey) / length;
        return along is < 0.15f or > 0.85f;
    }

    private static double[] Luma(PixelImage cut)
    {
        var luma = new double[cut.Width * cut.Height];
        for (var i = 0; i < luma.Length; i++) luma[i] = 0.299 * cut.Rgba[4 * i] + 0.587 * cut.Rgba[4 * i + 1] + 0.114 * cut.Rgba[4 * i + 2];
        return luma;
    }

    private static double Edges(double[] luma, int side)
    {
        double sum = 0, squares = 0;
        var n = 0;
        for (var y = side / 4; y < side * 3 / 4; y++)
            for (var x = side / 4; x < side * 3 / 4; x++, n++)
            {
                var i = y * side + x;
                var second = 4 * luma[i] - luma[i - 1] - luma[i + 1] - luma[i - side] - luma[i + side];
                (sum, squares) = (sum + second, squares + second * second);
            }
        return squares / n - sum / n * (sum / n);
    }

    private static bool EyesAreDark(double[] luma, RecogniserShape shape)
    {
        var t = shape.Template;
        var eyes = (Patch(t[0], t[1]) + Patch(t[2], t[3])) / 2;
        // between the eye and the corner of the mouth lies the cheek
        var cheeks = (Patch((t[0] + t[6]) / 2, (t[1] + t[7]) / 2) + Patch((t[2] + t[8]) / 2, (t[3] + t[9]) / 2)) / 2;
        return eyes < Dark * cheeks;

        double Patch(float x, float y)
        {
            var (cx, cy, half, sum, n) = ((int)(x * shape.Side), (int)(y * shape.Side), Math.Max(2, shape.Side / 14), 0.0, 0);
            for (var v = Math.Max(0, cy - half); v < Math.Min(shape.Side, cy + half); v++)
                for (var u = Math.Max(0, cx - half); u < Math.Min(shape.Side, cx + half); u++, n++) sum += luma[v * shape.Side + u];
            return n == 0 ? 0 : sum / n;
        }
    }
}
