using FamilyReunite.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data;

/// <summary>Brings the database to the shape this version needs.</summary>
public static class DatabaseStartup
{
    /// <exception cref="NotSupportedException">SQLite is older than 3.51.3.</exception>
    public static async Task PrepareAsync(ReuniteDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(ct);
            SqliteVersion.Require(db.Database.GetDbConnection().ServerVersion);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
            await db.Database.CloseConnectionAsync();
        }
        await db.Database.MigrateAsync(ct);
    }
}
