namespace FamilyReunite.Data.Ledger;

/// <summary>A right that one server at a time holds until it gives no sign of life ("outbox").</summary>
public sealed class WorkLease
{
    private WorkLease() { }

    public WorkLease(string name, Guid holder, DateTimeOffset until) => (Name, Holder, Until) = (name, holder, until.ToUniversalTime());

    public string Name { get; private set; } = "";

    /// <summary>Made anew at each start of a server.</summary>
    public Guid Holder { get; private set; }

    /// <summary>Whoever asks after this may take it.</summary>
    public DateTimeOffset Until { get; private set; }
}
