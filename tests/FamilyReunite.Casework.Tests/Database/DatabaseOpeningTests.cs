using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Data;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace FamilyReunite.Casework.Tests.Database;

[Trait("Needs", "PostgreSQL")]
public sealed class DatabaseOpeningTests(TestServer server)
{
    [Fact]
    public async Task Prepare_TwoServersAtOnce_BothFindTheShape()
    {
        var connection = await server.CreateDatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = Db(connection);
            await DatabaseOpening.PrepareAsync(db, TestContext.Current.CancellationToken);
        }));
        await using var db = Db(connection);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Prepare_TablesOfSomebodyElse_RefusesAndLeavesThem()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var db = Db(connection);
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE orders (id int)", TestContext.Current.CancellationToken);
        Assert.Equal("database.not-ours", await RefusedAsync(connection));
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Prepare_ShapeOfALaterVersion_Refuses()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var db = Db(connection);
        await DatabaseOpening.PrepareAsync(db, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0')", TestContext.Current.CancellationToken);
        Assert.Equal("database.later-version", await RefusedAsync(connection));
    }

    [Fact]
    public async Task Prepare_NoSuchDatabase_Refuses()
    {
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()) { Database = "reunite_not_there" };
        Assert.Equal("database.missing", await RefusedAsync(connection.ConnectionString));
    }

    [Fact]
    public async Task Prepare_NoServer_Refuses() => Assert.Equal("database.unreachable", await RefusedAsync("Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=5"));

    private static async Task<string> RefusedAsync(string connection)
    {
        await using var db = Db(connection);
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => DatabaseOpening.PrepareAsync(db, TestContext.Current.CancellationToken));
        Assert.Equal(refused.Problem, InstallationFault.Of(refused));
        return refused.Problem.Code;
    }

    private static ReuniteDb Db(string connection)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, connection);
        return new ReuniteDb(options.Options);
    }
}
