namespace FamilyReunite.Matching.Comparison;

/// <summary>One of the results a comparator can come to. The model has a weight for each; <see cref="Level"/> is what a reader sees.</summary>
/// <param name="Name">Stable name inside the feature; the key of its sentence.</param>
/// <param name="Scale">Steps of one scale are ordered among each other, from the strongest conflict to the strongest agreement.</param>
/// <param name="Neutral">True: compared, but it tells nothing either way; weighs exactly 0 and is what the other steps of its scale are measured from.</param>
public sealed record Step(string Name, AgreementLevel Level, int Scale = 0, bool Neutral = false)
{
    public static readonly Step Nothing = new("nothing", AgreementLevel.NothingToCompare);
}
