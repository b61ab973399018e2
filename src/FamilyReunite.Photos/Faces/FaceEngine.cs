using FamilyReunite.Domain.Faces;

namespace FamilyReunite.Photos.Faces;

/// <summary>Finds and describes faces with one pack. Thread-safe.</summary>
public sealed class FaceEngine(ModelPack pack) : IDisposable
{
    private readonly FaceDetector _detector = new(pack.DetectorPath);
    private readonly FaceRecogniser _recogniser = new(pack);

    public ModelPack Pack => pack;

    /// <summary>All faces wide enough to be compared, surest first, in fractions of the picture.</summary>
    public IReadOnlyList<FaceBox> Look(PixelImage image) =>
    [
        .. _detector.Find(image).Where(f => f.Width >= FaceQuality.Least).Select(f => new FaceBox(f.X / image.Width, f.Y / image.Height, f.Width / image.Width, f.Height / image.Height, f.Score, Scaled(f.Points, 1f / image.Width, 1f / image.Height), FaceQuality.Judge(image, f, pack.Manifest.Input))),
    ];

    public FaceVector Describe(PixelImage image, FaceBox box) =>
        _recogniser.Describe(image, new DetectedFace(box.X * image.Width, box.Y * image.Height, box.Width * image.Width, box.Height * image.Height, box.Score, Scaled(box.Points, image.Width, image.Height)));

    public void Dispose()
    {
        _detector.Dispose();
        _recogniser.Dispose();
    }

    private static float[] Scaled(float[] points, float x, float y) => [.. points.Select((p, i) => p * (i % 2 == 0 ? x : y))];
}
