using FamilyReunite.Data;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FamilyReunite.Casework.Database;

/// <summary>Opens the database before anything else uses it and brings it to the shape of this version, one server after the other.</summary>
public static class DatabaseOpening
{
    /// <summary>Names the bringing into shape among the advisory locks of the database.</summary>
    private const long Shape = 7_302_016;

    private const int OldestPostgres = 15;

    /// <exception cref="DatabaseRefusedException">Wrong address, name or password; a certificate that is not trusted; too old a server; one that takes no writes; tables of somebody else; the shape of a later version.</exception>
    /// <exception cref="NotSupportedException">SQLite is older than 3.51.3.</exception>
    public static async Task PrepareAsync(ReuniteDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await RefuseLaterAsync(db, ct);
            await DatabaseStartup.PrepareAsync(db, ct);
            return;
        }
        try
        {
            await PrepareServerAsync(db, ct);
        }
        catch (Exception e) when (Refused(e) is { } problem)
        {
            throw new DatabaseRefusedException(problem);
        }
    }

    /// <summary>What an operator can put right about a server; null for a defect.</summary>
    public static Problem? Refused(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new Problem("database.sign-in"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new Problem("database.missing"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new Problem("database.no-rights"),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new Problem("database.full"),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new Problem("database.read-only"),
        NpgsqlException { InnerException: System.Security.Authentication.AuthenticationException } => new Problem("database.certificate"),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } or System.Net.Sockets.SocketException => new Problem("database.unreachable"),
        // these two have no code of their own
        NpgsqlException { InnerException: null, Message: var said } when said.StartsWith("SSL connection requested", StringComparison.Ordinal) => new Problem("database.no-tls"),
        NpgsqlException { InnerException: null, Message: var said } when said.StartsWith("No suitable host", StringComparison.Ordinal) => new Problem("database.read-only"),
        _ => e.InnerException is { } inner ? Refused(inner) : null,
    };

    private static async Task PrepareServerAsync(ReuniteDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            if (connection.PostgreSqlVersion.Major < OldestPostgres) throw new DatabaseRefusedException(new Problem("database.too-old", null, connection.PostgreSqlVersion.ToString(), OldestPostgres));
            if (await db.Database.SqlQuery<bool>($"SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::bool AS \"Value\"").SingleAsync(ct)) throw new DatabaseRefusedException(new Problem("database.read-only"));
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Shape})", ct);
            await RefuseLaterAsync(db, ct);
            if (!await HasHistoryAsync(db, ct) && await db.Database.SqlQuery<string>($"SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").AnyAsync(ct))
                throw new DatabaseRefusedException(new Problem("database.not-ours"));
            // without it the migrator asks for the history before there is one, and logs an error
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
            await db.Database.MigrateAsync(ct);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Shape})", ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>True when no version of this program made tables here yet.</summary>
    internal static async Task<bool> IsNewAsync(ReuniteDb db, CancellationToken ct) => !await HasHistoryAsync(db, ct);

    /// <summary>Npgsql's own repository of history says yes before there is one.</summary>
    private static async Task<bool> HasHistoryAsync(ReuniteDb db, CancellationToken ct) => db.Database.IsSqlite()
        ? await db.GetService<IHistoryRepository>().ExistsAsync(ct)
        : await db.Database.SqlQuery<bool>($"SELECT to_regclass(quote_ident('__EFMigrationsHistory')) IS NOT NULL AS \"Value\"").SingleAsync(ct);

    /// <summary>An older program must not write into the shape of a later one.</summary>
    private static async Task RefuseLaterAsync(ReuniteDb db, CancellationToken ct)
    {
        if (!await HasHistoryAsync(db, ct)) return;
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Any(m => !known.Contains(m))) throw new DatabaseRefusedException(new Problem("database.later-version"));
    }
}
