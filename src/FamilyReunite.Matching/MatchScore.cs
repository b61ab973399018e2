namespace FamilyReunite.Matching;

/// <summary>How far two records agree on one feature. <see cref="NothingToCompare"/> weighs nothing; it is neither yes nor no.</summary>
public enum AgreementLevel { NothingToCompare, Conflict, Weak, Partial, Strong, Exact }

/// <summary>One bar of the explanation.</summary>
/// <param name="Feature">Stable name ("name", "home", "height" …).</param>
/// <param name="Weight">Log-odds added to the score; negative speaks against.</param>
/// <param name="Zh">One sentence in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Step">Name of the step the comparison came to, as the model's card lists it; null when there was nothing to compare.</param>
public sealed record Evidence(string Feature, AgreementLevel Level, double Weight, string Zh, string En, string? Step = null);

/// <param name="Score">Log-odds before calibration = <paramref name="Prior"/> + Σ weights.</param>
/// <param name="Probability">Calibrated, 0 to 1; rises with the score.</param>
public sealed record MatchScore(double Score, double Prior, double Probability, IReadOnlyList<Evidence> Evidence);
