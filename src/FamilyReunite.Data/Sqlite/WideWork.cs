using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Sqlite;

/// <summary>Room for a unit of work that reads or writes very many rows.</summary>
public static class WideWork
{
    /// <summary>Keeps the connection open and lets SQLite hold the upper pages of its indexes, and all that one transaction of a run writes, in memory; the next to open the connection has the ordinary room again. Nothing on another database.</summary>
    public static async Task PrepareForManyAsync(this ReuniteDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return;
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-128000", ct);
    }
}
