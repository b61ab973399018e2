using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>What is wrong with one row of a file.</summary>
/// <param name="Row">Line in the file on which the row begins, from 1; 0 for the file as a whole.</param>
/// <param name="Column">As the file calls it; null for the row as a whole.</param>
/// <param name="Kept">True for a warning: the record was taken in all the same.</param>
public sealed record RowProblem(long Row, string? Column, Problem Problem, bool Kept);
