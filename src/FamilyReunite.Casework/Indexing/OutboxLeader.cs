using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Which of several servers on one database follows the outbox: it fills the index that all share and compares what changed. When it falls silent another does.</summary>
public sealed class OutboxLeader(IDbContextFactory<ReuniteDb> databases, TimeProvider clock) : IDisposable
{
    /// <summary>After so long without a sign of life another server leads.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly DatabaseLease _lease = new(databases, "outbox", Life, clock);
    private bool? _alone;

    /// <summary>True for one server at a time. A database in a file has one server, which leads.</summary>
    public async Task<bool> LeadsAsync(CancellationToken ct) => await IsAloneAsync(ct) || await _lease.HoldAsync(ct);

    /// <summary>At the end of a server, so that another need not wait until the right lapses.</summary>
    public async Task ResignAsync(CancellationToken ct)
    {
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
