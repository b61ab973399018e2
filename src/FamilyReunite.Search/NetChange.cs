namespace FamilyReunite.Search;

/// <summary>What the index holds of a record, live or as a tombstone.</summary>
internal readonly record struct Held(long Version, bool Dead);

/// <summary>The net effect of one batch on one record. Working it out from the batch alone makes the same batch harmless the second time.</summary>
internal readonly record struct NetChange(IndexChange Last, IndexDocument? Document, long Newest)
{
    public const long NoVersion = long.MinValue;

    /// <summary>One entry a record, in order of first appearance. A deletion inside the batch outlives every version before it, not a newer one after it.</summary>
    public static IReadOnlyList<NetChange> Of(IReadOnlyList<IndexChange> changes)
    {
        var order = new List<Guid>();
        var net = new Dictionary<Guid, NetChange>();
        foreach (var c in changes)
        {
            if (!net.TryGetValue(c.RecordId, out var before))
            {
                order.Add(c.RecordId);
                before = new NetChange(c, null, NoVersion);
            }
            if (c.Document is null) net[c.RecordId] = new NetChange(c, null, before.Newest);
            else if (c.Document.Version > before.Newest) net[c.RecordId] = new NetChange(c, c.Document, c.Document.Version);
        }
        return order.ConvertAll(id => net[id]);
    }

    /// <summary>Whether this must be written over what is held.</summary>
    /// <param name="replayed">True when the index has already taken in a later batch.</param>
    public bool Applies(Held? held, bool replayed)
    {
        if (held is not { } h) return Newest != NoVersion;
        if (Document is not null) return Document.Version > h.Version;
        // a deletion without a version of its own is ordered by the outbox alone
        return !h.Dead && (Newest == NoVersion ? !replayed : Newest >= h.Version);
    }

    public long TombstoneVersion(Held? held) => Math.Max(Newest, held?.Version ?? NoVersion);
}
