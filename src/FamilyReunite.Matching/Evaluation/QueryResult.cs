namespace FamilyReunite.Matching.Evaluation;

/// <summary>What one person's candidate list came to.</summary>
/// <param name="RankOfMate">1 for the first; null when the person has no report or it was not retrieved. Ties count against the mate.</param>
internal sealed record QueryResult(string? Stratum, int? RankOfMate, IReadOnlyList<(double Probability, bool Same)> Pairs)
{
    public bool HasMate => Stratum is not null;
}
