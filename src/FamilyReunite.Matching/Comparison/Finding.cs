namespace FamilyReunite.Matching.Comparison;

/// <summary>What a comparison came to and the two clues it rests on; words are made of it only when somebody reads them.</summary>
/// <param name="Step">Index into the comparator's steps; 0 is nothing to compare.</param>
internal readonly record struct Finding(int Step, object? Person = null, object? Report = null, object? Detail = null)
{
    public static readonly Finding Nothing;
}
