namespace FamilyReunite.Data.Ledger;

/// <summary>Where the audit chain ends; one row. Without it the removal of the newest rows would go unseen.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Sequence { get; set; }

    public string Hash { get; set; } = Domain.Ledger.AuditEntry.NoHash;
}
