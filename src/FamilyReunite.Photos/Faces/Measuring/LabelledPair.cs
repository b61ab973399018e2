namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Two photos of which an operator knows whether they show one person.</summary>
/// <param name="A">Path as the operator wrote it.</param>
/// <param name="Ages">The younger age decides; null when it was not said.</param>
/// <param name="Years">Between the two photos; null when it was not said.</param>
public sealed record LabelledPair(string A, string B, bool Same, FaceAges? Ages = null, int? Years = null)
{
    private const double InfantUntil = 3, ChildUntil = 18;

    /// <param name="ageA">Years of age on the first photo; null when not known.</param>
    public static FaceAges? AgesOf(double? ageA, double? ageB) => (ageA, ageB) is not ({ } a, { } b) ? null : Math.Min(a, b) switch { < InfantUntil => FaceAges.Infant, < ChildUntil => FaceAges.Child, _ => FaceAges.Adults };
}

/// <summary>A labelled pair with what a pack makes of it.</summary>
/// <param name="PersonA">Number of the person on the first photo: photos that are said to be of one person, directly or over others, share it.</param>
/// <param name="Clear">Both photos without a quality reason.</param>
public readonly record struct MeasuredPair(int PhotoA, int PhotoB, int PersonA, int PersonB, float Similarity, bool Same, bool Clear = true, FaceAges? Ages = null, int? Years = null);
