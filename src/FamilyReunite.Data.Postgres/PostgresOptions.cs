using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Postgres;

/// <summary>The same <see cref="ReuniteDb"/> on PostgreSQL 15 or later, with the migrations of this assembly.</summary>
public static class PostgresOptions
{
    /// <param name="connection">Npgsql connection string; may hold a password and is therefore never logged.</param>
    public static void UsePostgres(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, p => p
            .SetPostgresVersion(15, 0)
            .MigrationsAssembly(typeof(PostgresOptions).Assembly.GetName().Name)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
}
