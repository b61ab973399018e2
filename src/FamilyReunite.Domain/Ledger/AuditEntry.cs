namespace FamilyReunite.Domain.Ledger;

/// <summary>One row of the audit chain: who did what to which record, when, from where. <see cref="Hash"/> covers every field and the hash before.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="WriteId">The client's UUIDv7 of the write; unique, so a repeat is found.</param>
/// <param name="Detail">What changed, as names of fields and states; no personal data.</param>
/// <param name="PreviousHash">Hash of the row before, 64 zeros for the first; unique.</param>
public sealed record AuditEntry(long Sequence, Guid WriteId, DateTimeOffset At, Guid? Actor, string? ActorRole, Guid? OrganisationId, string? From, string Action, string SubjectKind, Guid? SubjectId, string? Detail, string PreviousHash, string Hash)
{
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";
}
