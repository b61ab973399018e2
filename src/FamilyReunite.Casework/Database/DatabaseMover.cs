using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Database;

/// <param name="Rows">In all tables, counted and compared on both sides.</param>
/// <param name="AuditRows">Of the chain, verified where it now is.</param>
public sealed record DatabaseMoved(int Tables, long Rows, long RowsBefore, long AuditRows);

/// <summary>Carries an installation's database from its file to a server. The file stays as it is; attachments and keys stay in the data folder.</summary>
public sealed class DatabaseMover(DataFolder data)
{
    /// <param name="to">The server.</param>
    /// <returns>backup.no-database, move.in-use, move.target-differs, move.audit-broken.</returns>
    /// <exception cref="DatabaseRefusedException">The server cannot be used.</exception>
    public async Task<Outcome<DatabaseMoved>> MoveAsync(DatabaseSettings to, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (!File.Exists(data.Database)) return new Problem("backup.no-database");
        var (source, target) = (new DbContextOptionsBuilder<ReuniteDb>(), new DbContextOptionsBuilder<ReuniteDb>());
        DataRegistration.UseSqlite(source, data.Database);
        (to.Engine ?? throw new ArgumentException("A server is needed.", nameof(to)))(target);
        await using var from = new ReuniteDb(source.Options);
        await using var into = new ReuniteDb(target.Options);
        await DatabaseOpening.PrepareAsync(from, ct);
        await DatabaseOpening.PrepareAsync(into, ct);
        var copied = await DatabaseCopier.CopyAsync(from, into, progress, ct);
        if (copied.Value is not { } done) return copied.Problems.ToArray();
        var chain = await new AuditVerifier(into).VerifyAsync(ct);
        return chain.Fault == AuditFault.None ? new DatabaseMoved(done.Tables, done.Rows, done.RowsBefore, chain.Rows) : new Problem("move.audit-broken", null, chain.BrokenAt ?? 0);
    }
}
