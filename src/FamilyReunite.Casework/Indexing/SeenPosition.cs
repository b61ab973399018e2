namespace FamilyReunite.Casework.Indexing;

/// <summary>Where this server last saw the index stand. While a cluster is away nothing moves it, so what waits behind it can still be counted.</summary>
public sealed class SeenPosition
{
    private long _value = -1;

    /// <summary>Null until the index was seen.</summary>
    public long? Value
    {
        get => Interlocked.Read(ref _value) is >= 0 and var seen ? seen : null;
        set => Interlocked.Exchange(ref _value, value ?? -1);
    }
}
