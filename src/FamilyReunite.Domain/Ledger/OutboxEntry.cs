using FamilyReunite.Domain.Records;

namespace FamilyReunite.Domain.Ledger;

/// <summary>A change that the index has to follow, written in the transaction of the change. <see cref="Position"/> rises without reuse.</summary>
public sealed class OutboxEntry
{
    private OutboxEntry() { }

    public OutboxEntry(RecordKind kind, Guid recordId, long version, DateTimeOffset at) => (Kind, RecordId, Version, At) = (kind, recordId, version, at.ToUniversalTime());

    public long Position { get; private set; }

    public RecordKind Kind { get; private set; }

    public Guid RecordId { get; private set; }

    public long Version { get; private set; }

    public DateTimeOffset At { get; private set; }
}
