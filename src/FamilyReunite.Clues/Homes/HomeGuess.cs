using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>A place where home may be.</summary>
/// <param name="County">Null where only the province can be told.</param>
/// <param name="Town">The town that the words fit best; null when they name none.</param>
/// <param name="Probability">Of the division that <paramref name="Code"/> names.</param>
public sealed record HomeGuess(DivisionCode Code, string Province, string? Prefecture, string? County, string? Town, string? Village, double Probability, IReadOnlyList<HomeReason> Reasons);
