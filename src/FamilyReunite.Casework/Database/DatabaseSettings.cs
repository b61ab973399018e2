using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>Seconds.</summary>
    private const int ShortestLease = 2;
    private const int LongestLease = 600;

    /// <summary>The file in the data folder.</summary>
    public static DatabaseSettings File { get; } = new();

    /// <summary>Npgsql connection string, password included, so never logged; null for SQLite.</summary>
    public string? Connection { get; private init; }

    public bool IsShared => Connection is not null;

    /// <summary>A server that gives no sign of life for so long loses what it works on to another: the outbox, and its part of a night. The servers' clocks must differ by less.</summary>
    public TimeSpan Lease { get; private init; } = TimeSpan.FromMinutes(1);

    /// <summary>What <see cref="Data.DataRegistration.AddReuniteData"/> is to use instead of its file; null for SQLite.</summary>
    public Action<DbContextOptionsBuilder>? Engine => Connection is { } connection ? o => PostgresOptions.UsePostgres(o, connection) : null;

    /// <summary>Reads <c>Database:Engine</c>, <c>Database:Connection</c>, <c>Database:PasswordFile</c>, whose content becomes the password of the connection, and <c>Database:LeaseSeconds</c>.</summary>
    /// <returns>Problems: database.engine-unknown, database.connection-missing, database.connection-unreadable, database.password-file, database.root-certificate, database.lease.</returns>
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
            // settings that exclude each other are found out here
            using var tried = new NpgsqlConnection(text);
            if (string.IsNullOrEmpty(connection.Host)) return new Problem("database.connection-unreadable", "Database:Connection");
            if (database["PasswordFile"] is { Length: > 0 } file) connection.Password = System.IO.File.ReadAllText(file).Trim();
            if (connection.RootCertificate is { Length: > 0 } root && !IsCertificate(root)) return new Problem("database.root-certificate", "Database:Connection", root);
            var settings = new DatabaseSettings { Connection = connection.ConnectionString };
            if (database["LeaseSeconds"] is not { Length: > 0 } lease) return settings;
            return int.TryParse(lease, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= ShortestLease and <= LongestLease
                ? settings with { Lease = TimeSpan.FromSeconds(seconds) }
                : new Problem("database.lease", "Database:LeaseSeconds", lease, ShortestLease, LongestLease);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            return new Problem("database.connection-unreadable", "Database:Connection");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("database.password-file", "Database:PasswordFile", database["PasswordFile"]!);
        }
    }

    /// <summary>Whether the file holds certificates; Npgsql would find out at the first connection, with an exception.</summary>
    private static bool IsCertificate(string file)
    {
        try
        {
            var held = new X509Certificate2Collection();
            held.ImportFromPemFile(file);
            foreach (var certificate in held) certificate.Dispose();
            return held.Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
