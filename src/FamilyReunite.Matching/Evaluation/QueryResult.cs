using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Evaluation;

/// <param name="Compared">Features on which both records said something.</param>
internal readonly record struct ScoredCandidate(double Probability, bool Same, int Compared);

/// <summary>What one person's candidate list came to.</summary>
/// <param name="Stratum">Null when the person has no report.</param>
/// <param name="RankOfMate">1 for the first; null when the person has no report or it was not retrieved. Ties count against the mate.</param>
/// <param name="RetrievedAt">Place of the mate among what retrieval gave, before scoring.</param>
/// <param name="Clues">Kinds of clues the person's record holds.</param>
internal sealed record QueryResult(string? Stratum, int? RankOfMate, int? RetrievedAt, int Clues, IReadOnlyList<ScoredCandidate> Candidates)
{
    public bool HasMate => Stratum is not null;

    /// <summary>True when another candidate has exactly the mate's probability.</summary>
    public bool MateIsTied => Candidates.Any(c => c.Same) && Candidates.Count(c => c.Probability == Candidates.First(m => m.Same).Probability) > 1;

    /// <summary>True when the highest probability is shared.</summary>
    public bool FirstIsTied => Candidates.Count > 1 && Candidates.Count(c => c.Probability == Candidates.Max(m => m.Probability)) > 1;

    public IEnumerable<(double Probability, bool Same)> Pairs => Candidates.Select(c => (c.Probability, c.Same));

    public static int KindsOf(ClueSet c) => ((bool[])
    [
        c.Names.Count > 0, c.Births.Count > 0, c.Heights.Count > 0, c.WeightsKg.Count > 0, c.Marks.Count > 0, c.Homes.Count > 0, c.Family.Count > 0, c.Clothing.Count > 0,
        c.Belongings.Count > 0, c.Ethnicities.Count > 0, c.Languages.Count > 0, c.Disabilities.Count > 0, c.Foods.Count > 0, c.IdFragments.Count > 0,
    ]).Count(said => said);
}
