using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>What a row says, before it meets the database.</summary>
/// <param name="SaidOn">The day of which the row speaks (found, missing); ages count from there. Null when it names none.</param>
/// <param name="OpenedOn">When the record began, if the row says so.</param>
/// <param name="Organisation">Id or name as written.</param>
internal sealed record RecordDraft(long Row, string SourceId, DateTimeOffset? SaidOn, DateTimeOffset? OpenedOn, string? Organisation, string? CallName,
    IReadOnlyList<FactDraft> Facts, IReadOnlyList<FieldVisit> Visits, IReadOnlyList<FileDraft> Files);

internal sealed record FactDraft(FactKind Kind, string AsHeard, string? Understood, FactSource Source, Confidence Confidence = Confidence.Unstated);

/// <param name="Path">As written in the row.</param>
internal sealed record FileDraft(AttachmentKind Kind, string Column, string Path);

/// <summary>A row read: a draft when it may be taken in, and what was found.</summary>
internal sealed record ReadRow(long Row, RecordDraft? Draft, IReadOnlyList<RowProblem> Problems);
