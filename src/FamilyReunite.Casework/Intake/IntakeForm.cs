using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Intake;

/// <summary>A whole form, or one field of it.</summary>
/// <param name="WriteId">UUIDv7 made by the client; the same one again changes nothing.</param>
/// <param name="RecordId">UUIDv7 made by the client; the first save creates the record as a draft.</param>
/// <param name="CallName">Null when the form does not ask for it.</param>
/// <param name="Open">"Save and search": the record leaves the drafts when what it needs is there.</param>
public sealed record IntakeForm(Guid WriteId, RecordKind Kind, Guid RecordId, IReadOnlyList<FactStatement> Statements, CallNameEdit? CallName = null, bool Open = false);

/// <param name="Seen">What the form showed when it was opened.</param>
public sealed record CallNameEdit(string? Text, string? Seen);

/// <summary>What became of a form. A problem on one line never keeps the others from being saved.</summary>
/// <param name="Problems">Lines that were not saved, and what opening still needs (without a line).</param>
/// <param name="Conflicts">Lines that were not saved because somebody else answered them meanwhile.</param>
public sealed record FormSaved(Guid RecordId, long Version, RecordStatus Status, DateTimeOffset At, IReadOnlyList<SavedStatement> Saved, IReadOnlyList<StatementProblem> Problems, IReadOnlyList<FieldConflict> Conflicts);

/// <param name="Understood">Canonical form; null when nothing was understood.</param>
public sealed record SavedStatement(Guid FactId, FactKind Kind, string? Understood);

/// <param name="FactId">The line; null when it concerns the record.</param>
public sealed record StatementProblem(Guid? FactId, Problem Problem);

/// <summary>Two people answered one thing differently. The second chooses: keep theirs (send nothing), mine (send again with <see cref="FactStatement.Replaces"/> = <paramref name="Theirs"/>), or both (send again with <see cref="FactStatement.Adds"/>).</summary>
/// <param name="Kind">Null: the call name.</param>
public sealed record FieldConflict(Guid? MineId, FactKind? Kind, string Mine, Guid? Theirs, string TheirText, Guid? By, DateTimeOffset? At);
