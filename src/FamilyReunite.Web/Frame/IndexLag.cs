using FamilyReunite.Casework.Indexing;

namespace FamilyReunite.Web.Frame;

/// <summary>How long the newest changes have been missing from the index, for the state line of every page; asked of the database at most twice a minute.</summary>
public sealed class IndexLag(IndexStatusReader index, TimeProvider clock)
{
    /// <summary>What a busy index is allowed before a page speaks of it.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private Seen? _seen;

    /// <summary>Whole minutes behind; null while the index is current enough, or cannot be read (a search says so itself).</summary>
    public async Task<int?> MinutesAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_seen is not { } seen || now - seen.At >= Kept || now < seen.At)
            _seen = seen = new Seen(now, (await index.ReadAsync(ct)).Value?.OldestWaitingAt);
        return seen.OldestWaiting is { } waiting && now - waiting is var behind && behind > Tolerated ? (int)behind.TotalMinutes : null;
    }

    private sealed record Seen(DateTimeOffset At, DateTimeOffset? OldestWaiting);
}
