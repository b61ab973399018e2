using Microsoft.ML.OnnxRuntime;

namespace FamilyReunite.Photos.Faces;

/// <summary>Finds faces with YuNet: small first, larger only when nothing is found, turned when it is unsure. Thread-safe.</summary>
public sealed class FaceDetector(string modelPath) : IDisposable
{
    /// <summary>A 3,888-pixel self-portrait gives no face at full size, so the small picture is asked first.</summary>
    private static readonly int[] Sides = [640, 1280];
    private static readonly int[] Strides = [8, 16, 32];
    private const float MinScore = 0.6f, SureScore = 0.9f, MaxOverlap = 0.3f;
    private readonly InferenceSession _session = new(modelPath);

    /// <summary>The faces of an upright picture, surest first.</summary>
    public IReadOnlyList<DetectedFace> Find(PixelImage image)
    {
        foreach (var side in Sides)
        {
            var best = FindAt(image, side);
            if (Score(best) < SureScore)
                for (var quarters = 1; quarters < 4; quarters++)
                {
                    var turned = FindAt(Raster.Turn(image, quarters), side);
                    if (Score(turned) > Score(best)) best = [.. turned.Select(f => Back(f, image, quarters))];
                }
            if (best.Count > 0) return best;
        }
        return [];
    }

    public void Dispose() => _session.Dispose();

    private static float Score(IReadOnlyList<DetectedFace> faces) => faces.Count == 0 ? 0 : faces[0].Score;

    private List<DetectedFace> FindAt(PixelImage image, int side)
    {
        var scale = Math.Min(1f, (float)side / Math.Max(image.Width, image.Height));
        var sheet = Raster.Fit(image, scale);
        using var input = OrtValue.CreateTensorValueFromMemory(Raster.Planes(sheet, blueFirst: true), [1, 3, sheet.Height, sheet.Width]);
        string[] outputs = [.. Strides.SelectMany(s => new[] { $"cls_{s}", $"obj_{s}", $"bbox_{s}", $"kps_{s}" })];
        using var options = new RunOptions();
        using var results = _session.Run(options, [_session.InputNames[0]], [input], outputs);
        var found = new List<DetectedFace>();
        for (var i = 0; i < Strides.Length; i++)
            Decode(results[4 * i].GetTensorDataAsSpan<float>(), results[4 * i + 1].GetTensorDataAsSpan<float>(), results[4 * i + 2].GetTensorDataAsSpan<float>(), results[4 * i + 3].GetTensorDataAsSpan<float>(), Strides[i], sheet.Width / Strides[i], scale, found);
        var kept = new List<DetectedFace>();
        foreach (var face in found.OrderByDescending(f => f.Score))
            if (kept.TrueForAll(k => k.Overlap(face) <= MaxOverlap)) kept.Add(face);
        return kept;
    }

    private static void Decode(ReadOnlySpan<float> seen, ReadOnlySpan<float> there, ReadOnlySpan<float> boxes, ReadOnlySpan<float> points, int stride, int columns, float scale, List<DetectedFace> found)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            var score = MathF.Sqrt(Math.Clamp(seen[i], 0, 1) * Math.Clamp(there[i], 0, 1));
            if (score < MinScore) continue;
            var (column, row, unit) = (i % columns, i / columns, stride / scale);
            var box = boxes.Slice(4 * i, 4);
            var (width, height) = (MathF.Exp(box[2]) * unit, MathF.Exp(box[3]) * unit);
            var five = new float[10];
            for (var p = 0; p < 10; p++) five[p] = (points[10 * i + p] + (p % 2 == 0 ? column : row)) * unit;
            found.Add(new DetectedFace((column + box[0]) * unit - width / 2, (row + box[1]) * unit - height / 2, width, height, score, five));
        }
    }

    /// <summary>From the picture turned clockwise to the picture as it is.</summary>
    private static DetectedFace Back(DetectedFace face, PixelImage image, int quarters)
    {
        (float X, float Y) Point(float x, float y) => quarters switch { 1 => (y, image.Height - x), 2 => (image.Width - x, image.Height - y), _ => (image.Width - y, x) };
        var (a, b) = (Point(face.X, face.Y), Point(face.X + face.Width, face.Y + face.Height));
        var points = new float[10];
        for (var p = 0; p < 10; p += 2) (points[p], points[p + 1]) = Point(face.Points[p], face.Points[p + 1]);
        return new DetectedFace(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y), face.Score, points);
    }
}
