namespace FamilyReunite.Domain.Ledger;

/// <summary>A part of a job's run that one server at a time works on; several servers share a run by taking one part after the other.</summary>
public sealed class JobShare
{
    private JobShare() { }

    /// <param name="items">Ids to work through, in this order.</param>
    public JobShare(Guid runId, int number, IReadOnlyCollection<Guid> items)
    {
        (RunId, Number, Count) = (runId, number, items.Count);
        Items = new byte[items.Count * IdLength];
        var at = 0;
        foreach (var id in items) id.TryWriteBytes(Items.AsSpan(IdLength * at++), bigEndian: true, out _);
    }

    private const int IdLength = 16;

    public Guid RunId { get; private set; }

    public int Number { get; private set; }

    /// <summary>Sixteen bytes an id, big-endian, back to back.</summary>
    public byte[] Items { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Items finished, in order; whoever takes the share goes on behind them.</summary>
    public int DoneCount { get; private set; }

    /// <summary>What came of the finished ones, as JSON in the job's own form.</summary>
    public string? Figures { get; private set; }

    public Guid? Holder { get; private set; }

    /// <summary>When another server may take the share, unless its holder prolongs it.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Grows whenever somebody takes the share: who was thought dead cannot write under an older one.</summary>
    public int Token { get; private set; }

    public bool IsDone => DoneCount == Count;

    public IReadOnlyList<Guid> Left()
    {
        var ids = new Guid[Count - DoneCount];
        for (var i = 0; i < ids.Length; i++) ids[i] = new Guid(Items.AsSpan((DoneCount + i) * IdLength, IdLength), bigEndian: true);
        return ids;
    }

    public void Advance(int doneCount, string figures, DateTimeOffset until) => (DoneCount, Figures, Until) = (doneCount, figures, until.ToUniversalTime());
}
