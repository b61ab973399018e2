using FamilyReunite.Data.Postgres;
using FamilyReunite.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FamilyReunite.Casework.Database;

/// <summary>Which database the installation lives in: <c>Database:Engine</c> is <c>sqlite</c> (a file in the data folder, the default) or <c>postgres</c>.</summary>
public sealed record DatabaseSettings
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    /// <summary>The file in the data folder.</summary>
    public static DatabaseSettings File { get; } = new();

    /// <summary>Npgsql connection string, password included, so never logged; null for SQLite.</summary>
    public string? Connection { get; private init; }

    public bool IsShared => Connection is not null;

    /// <summary>What <see cref="Data.DataRegistration.AddReuniteData"/> is to use instead of its file; null for SQLite.</summary>
    public Action<DbContextOptionsBuilder>? Engine => Connection is { } connection ? o => PostgresOptions.UsePostgres(o, connection) : null;

    /// <summary>Reads <c>Database:Engine</c>, <c>Database:Connection</c> and <c>Database:PasswordFile</c>, whose content becomes the password of the connection.</summary>
    /// <returns>Problems: database.engine-unknown, database.connection-missing, database.connection-unreadable, database.password-file.</returns>
    public static Outcome<DatabaseSettings> Read(IConfiguration configuration)
    {
        var database = configuration.GetSection("Database");
        var engine = database["Engine"] is { Length: > 0 } named ? named : Sqlite;
        if (engine.Equals(Sqlite, StringComparison.OrdinalIgnoreCase)) return File;
        if (!engine.Equals(Postgres, StringComparison.OrdinalIgnoreCase)) return new Problem("database.engine-unknown", "Database:Engine", engine);
        if (database["Connection"] is not { Length: > 0 } text) return new Problem("database.connection-missing", "Database:Connection");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(connection.Host)) return new Problem("database.connection-unreadable", "Database:Connection");
            if (database["PasswordFile"] is { Length: > 0 } file) connection.Password = System.IO.File.ReadAllText(file).Trim();
            return new DatabaseSettings { Connection = connection.ConnectionString };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return new Problem("database.connection-unreadable", "Database:Connection");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("database.password-file", "Database:PasswordFile", database["PasswordFile"]!);
        }
    }
}
