namespace FamilyReunite.Photos.Faces;

/// <param name="Face">The most alike of its record.</param>
/// <param name="Similarity">Cosine as floats, −1 to 1.</param>
public sealed record FaceHit(FaceEntry Face, float Similarity);
