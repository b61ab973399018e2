namespace FamilyReunite.Photos.Faces;

/// <summary>A face in a picture, in pixels of that picture.</summary>
/// <param name="Score">0 to 1, how sure the detector is.</param>
/// <param name="Points">Image-left eye, image-right eye, nose, left and right mouth corner; x and y in turn.</param>
public sealed record DetectedFace(float X, float Y, float Width, float Height, float Score, float[] Points)
{
    /// <summary>Intersection over union of the two boxes, 0 to 1.</summary>
    public float Overlap(DetectedFace other)
    {
        var width = Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X);
        var height = Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y);
        if (width <= 0 || height <= 0) return 0;
        return width * height / (Width * Height + other.Width * other.Height - width * height);
    }
}
