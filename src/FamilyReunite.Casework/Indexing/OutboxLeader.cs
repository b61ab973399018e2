using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <param name="Leads">True for one server at a time. A database in a file has one server, which leads.</param>
/// <param name="From">For a server that took over just now: outbox position behind which nobody compared yet.</param>
public readonly record struct Leadership(bool Leads, long? From);

/// <summary>Which of several servers on one database follows the outbox: it fills the index that all share and compares what changed. When it falls silent another does, from where it was.</summary>
/// <param name="life">After so long without a sign of life another server leads.</param>
public sealed class OutboxLeader(IDbContextFactory<ReuniteDb> databases, SeenPosition seen, TimeSpan life, TimeProvider clock) : IDisposable
{
    private readonly DatabaseLease _lease = new(databases, "outbox", life, clock);
    private bool? _alone;
    private bool _led;

    /// <summary>Asked by the one who follows, each time before it looks.</summary>
    public async Task<Leadership> AskAsync(CancellationToken ct)
    {
        if (await IsAloneAsync(ct)) return new Leadership(true, null);
        var (before, now) = (_led, await _lease.HoldAsync(ct));
        var from = now && !before ? await _lease.MarkAsync(ct) : null;
        _led = now;
        return new Leadership(now, from);
    }

    /// <summary>What the index of this server has taken in so far is compared.</summary>
    public async Task ComparedAsync(CancellationToken ct)
    {
        if (!await IsAloneAsync(ct) && seen.Value is { } position) await _lease.SetMarkAsync(position, ct);
    }

    /// <summary>At the end of a server, so that another need not wait until the right lapses.</summary>
    public async Task ResignAsync(CancellationToken ct)
    {
        _led = false;
        if (!await IsAloneAsync(ct)) await _lease.ReleaseAsync(ct);
    }

    public void Dispose() => _lease.Dispose();

    private async Task<bool> IsAloneAsync(CancellationToken ct)
    {
        if (_alone is { } known) return known;
        await using var db = await databases.CreateDbContextAsync(ct);
        _alone = db.Database.IsSqlite();
        return _alone.Value;
    }
}
