using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>A place where home may be.</summary>
/// <param name="County">Null for a whole prefecture, and, with <paramref name="Prefecture"/>, where only the province can be told.</param>
/// <param name="Town">The town that the words fit best; null when they name none.</param>
/// <param name="Probability">0 to 1, of the division that <paramref name="Code"/> names; of a prefecture without those of its counties that stand in the same list.</param>
public sealed record HomeGuess(DivisionCode Code, string Province, string? Prefecture, string? County, string? Town, string? Village, double Probability, IReadOnlyList<HomeReason> Reasons);
