using FamilyReunite.Casework.Intake;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>One line of the form as the page shows it.</summary>
/// <param name="Saved">The statement that it shows; null for an empty line.</param>
/// <param name="Understood">In words; null when nothing is saved or understood.</param>
/// <param name="Conflict">A colleague's other answer, to choose between.</param>
public sealed record FormRow(FormField Field, RowInput Input, Fact? Saved, string? Understood, string? Error, FieldConflict? Conflict, string? ConflictBy, bool IsSecond)
{
    /// <summary>Key of the line in the form and in its ids.</summary>
    public string Key => Input.Id.ToString("N");

    public string Name(string property) => $"Rows[{Key}].{property}";
}

/// <param name="Field">Null for the line that a script copies.</param>
public sealed record FieldRows(FormField Field, IReadOnlyList<FormRow> Rows);
