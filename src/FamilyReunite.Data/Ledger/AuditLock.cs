using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Ledger;

/// <summary>Lets one writer after the other continue the audit chain where the database has many at once.</summary>
internal static class AuditLock
{
    /// <summary>Names the chain among the advisory locks of the database.</summary>
    private const long Chain = 7_302_015;

    /// <summary>Waits for the writer before; held until the transaction ends. SQLite has one writer as it is.</summary>
    public static Task TakeAsync(ReuniteDb db, CancellationToken ct) =>
        db.Database.IsSqlite() ? Task.CompletedTask : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Chain})", ct);
}
