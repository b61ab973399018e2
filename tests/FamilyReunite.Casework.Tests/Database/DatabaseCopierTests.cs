using System.Data.Common;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Database;

/// <summary>A copy onto a server that breaks in the middle of a table.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class DatabaseCopierTests(TestServer server)
{
    private const int People = 10;
    private const int Batch = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Copy_BrokenInTheMiddleOfATable_GoesOnBehindTheLastWholeBatch(int rows)
    {
        await using var house = await HouseAsync();
        await using var from = house.Db();
        var connection = await server.CreateDatabaseAsync();
        await BreakAfterAsync(connection, rows);
        await Assert.ThrowsAnyAsync<DbException>(() => CopyAsync(from, connection));
        await using var to = Db(connection);
        Assert.Equal(rows / Batch * Batch, await to.Facts.CountAsync(Ct));
        await to.Database.ExecuteSqlRawAsync("DROP TRIGGER break_off ON \"Facts\"", Ct);

        var copied = (await CopyAsync(from, connection)).Value!;
        Assert.InRange(copied.RowsBefore, 2 + rows / Batch * Batch, copied.Rows - 1);
        Assert.Equal(await FactsAsync(from), await FactsAsync(to));
        Assert.Equal(copied.Rows, (await CopyAsync(from, connection)).Value!.RowsBefore);
    }

    [Fact]
    public async Task Copy_WhatStandsThereWasChangedMeanwhile_NamesTheTableAndAddsNothing()
    {
        await using var house = await HouseAsync();
        await using var from = house.Db();
        var connection = await server.CreateDatabaseAsync();
        await BreakAfterAsync(connection, 7);
        await Assert.ThrowsAnyAsync<DbException>(() => CopyAsync(from, connection));
        await using var to = Db(connection);
        await to.Database.ExecuteSqlRawAsync("DROP TRIGGER break_off ON \"Facts\"; UPDATE \"Facts\" SET \"AsHeard\" = 'another' WHERE \"Id\" = (SELECT \"Id\" FROM \"Facts\" LIMIT 1)", Ct);

        var problem = Assert.Single((await CopyAsync(from, connection)).Problems);
        Assert.Equal(("move.target-differs", "Facts"), (problem.Code, problem.Args[0]));
        Assert.Equal(Batch, await to.Facts.CountAsync(Ct));
    }

    [Fact]
    public async Task Copy_Progress_EndsWithEveryRow()
    {
        await using var house = await HouseAsync();
        await using var from = house.Db();
        var told = new List<WorkProgress>();
        var connection = await server.CreateDatabaseAsync();
        await using var to = Db(connection);
        await DatabaseOpening.PrepareAsync(to, Ct);
        var copied = (await DatabaseCopier.CopyAsync(from, to, new Told(told), Ct)).Value!;
        Assert.Equal(told.Select(t => t.Done).Order(), told.Select(t => t.Done));
        Assert.Equal((copied.Rows, copied.Rows), (told[^1].Done, told[^1].Total));
    }

    private static async Task<House> HouseAsync()
    {
        var house = await House.OpenAsync();
        for (var i = 0; i < People; i++) await house.PersonAsync("张秀英");
        return house;
    }

    private static async Task<Domain.Outcome<DatabaseCopied>> CopyAsync(ReuniteDb from, string connection)
    {
        await using var to = Db(connection);
        return await DatabaseCopier.CopyAsync(from, to, null, Ct, Batch);
    }

    /// <summary>The server takes so many facts and no more.</summary>
    private static async Task BreakAfterAsync(string connection, int rows)
    {
        await using var db = Db(connection);
        await DatabaseOpening.PrepareAsync(db, Ct);
        await db.Database.ExecuteSqlRawAsync(FormattableString.Invariant($"""
            CREATE SEQUENCE facts_in;
            CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('facts_in') > {rows} THEN RAISE EXCEPTION 'enough'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER break_off BEFORE INSERT ON "Facts" FOR EACH ROW EXECUTE FUNCTION break_off();
            """), Ct);
    }

    private static async Task<List<string>> FactsAsync(ReuniteDb db) =>
        [.. (await db.Facts.AsNoTracking().ToListAsync(Ct)).Select(f => FormattableString.Invariant($"{f.Id} {f.Kind} {f.AsHeard} {f.RecordedAt:O} {f.Source}")).Order(StringComparer.Ordinal)];

    private static ReuniteDb Db(string connection)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, connection);
        return new ReuniteDb(options.Options);
    }

    private sealed class Told(List<WorkProgress> all) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => all.Add(value);
    }
}
