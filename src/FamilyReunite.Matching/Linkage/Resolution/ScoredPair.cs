namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>A pair that is kept.</summary>
/// <param name="Own">Log-odds of the two rows by themselves.</param>
/// <param name="Weight">Log-odds after what the other rows say.</param>
internal readonly record struct ScoredPair(int A, int B, float Own, float Weight);
