using Microsoft.ML.OnnxRuntime;

namespace FamilyReunite.Photos.Faces;

/// <summary>A face as numbers of unit length.</summary>
/// <param name="Contract">Of the pack that made it.</param>
public sealed record FaceVector(string Contract, float[] Values)
{
    /// <summary>Cosine, −1 to 1; null for vectors of two packs, which have nothing to do with each other.</summary>
    public float? Similarity(FaceVector other)
    {
        if (Contract != other.Contract || Values.Length != other.Values.Length) return null;
        var sum = 0f;
        for (var i = 0; i < Values.Length; i++) sum += Values[i] * other.Values[i];
        return sum;
    }
}

/// <summary>Turns faces into vectors with the recogniser of a pack. Thread-safe.</summary>
public sealed class FaceRecogniser(ModelPack pack) : IDisposable
{
    private readonly InferenceSession _session = new(pack.RecogniserPath);

    public FaceVector Describe(PixelImage image, DetectedFace face)
    {
        var shape = pack.Manifest.Input;
        var cut = FaceAligner.Cut(image, face.Points, shape);
        using var input = OrtValue.CreateTensorValueFromMemory(Raster.Planes(cut, shape.Order == "BGR"), [1, 3, shape.Side, shape.Side]);
        using var options = new RunOptions();
        using var results = _session.Run(options, [_session.InputNames[0]], [input], [_session.OutputNames[0]]);
        var raw = results[0].GetTensorDataAsSpan<float>().ToArray();
        if (raw.Length != shape.Dimension) throw new InvalidDataException("The recogniser's vector is not as long as its pack says.");
        var length = MathF.Sqrt(raw.Sum(v => v * v));
        if (length > 0) for (var i = 0; i < raw.Length; i++) raw[i] /= length;
        return new FaceVector(pack.Manifest.Contract, raw);
    }

    public void Dispose() => _session.Dispose();
}
