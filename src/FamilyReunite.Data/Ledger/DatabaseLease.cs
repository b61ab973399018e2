using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Ledger;

/// <summary>Takes, prolongs and gives back a <see cref="WorkLease"/>: one statement each, so of two servers that ask at the same moment one gets it. The servers' clocks may differ by less than
/// <paramref name="life"/>. Not written through <see cref="ChangeWriter"/>: it says nothing about anybody. Thread-safe.</summary>
public sealed class DatabaseLease(IDbContextFactory<ReuniteDb> databases, string name, TimeSpan life, TimeProvider clock) : IDisposable
{
    private readonly Guid _holder = Guid.CreateVersion7(clock.GetUtcNow());
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTimeOffset _until;

    /// <returns>False while another server holds it.</returns>
    public async Task<bool> HoldAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var now = clock.GetUtcNow();
            if (_until - now > life / 2) return true;
            // a question that fails leaves us without the right
            _until = default;
            if (!await TakeAsync(now, ct)) return false;
            _until = now + life;
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets another server take over at once; without it the right lapses by itself.</summary>
    public async Task ReleaseAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            _until = default;
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.WorkLeases.Where(l => l.Name == name && l.Holder == _holder).ExecuteDeleteAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<bool> TakeAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var taken = await db.WorkLeases.Where(l => l.Name == name && (l.Holder == _holder || l.Until < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Holder, _holder).SetProperty(x => x.Until, now + life), ct);
        if (taken == 1) return true;
        if (await db.WorkLeases.AnyAsync(l => l.Name == name, ct)) return false;
        db.WorkLeases.Add(new WorkLease(name, _holder, now + life));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is DbException inner && UniqueKey.IsBroken(inner))
        {
            // another server was first by a moment
            return false;
        }
    }
}
