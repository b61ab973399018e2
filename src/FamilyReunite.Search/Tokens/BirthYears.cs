using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tokens;

/// <summary>Years of birth that a record leaves possible: outside of them no search looks, by clues or by face.</summary>
public static class BirthYears
{
    /// <summary>Years by which an estimate or a stranded person's own statement may be wrong: stated ages were off by 20.</summary>
    public const int EstimateSlack = 20;

    /// <summary>Years by which a written or family-known birth may be wrong: late registration, ages counted the old way.</summary>
    public const int KnownSlack = 5;

    /// <summary>Every year of birth that some statement allows, widened by what it may be wrong; null when nothing was said.</summary>
    public static NumberRange? Of(ClueSet clues)
    {
        if (clues.Births.Count == 0) return null;
        return new NumberRange(
            clues.Births.Min(b => b.Born.First.Year - (b.Estimated ? EstimateSlack : KnownSlack)),
            clues.Births.Max(b => b.Born.Last.Year + (b.Estimated ? EstimateSlack : KnownSlack)));
    }
}
