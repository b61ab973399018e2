namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>One thing compared.</summary>
/// <param name="Feature">The kind's name: <c>full-name</c>, <c>birth-date</c>.</param>
/// <param name="Weight">Natural logarithm of the likelihood ratio; below 0 it speaks against.</param>
public sealed record PairEvidence(string Feature, string Level, double Weight, string Zh, string En);

/// <summary>How likely two people given side by side are one.</summary>
/// <param name="Probability">0 to 1, when as many such pairs are the same person as are not.</param>
/// <param name="Weight">Log-odds: the sum of the evidence.</param>
public sealed record PairVerdict(double Probability, double Weight, IReadOnlyList<PairEvidence> Evidence);
