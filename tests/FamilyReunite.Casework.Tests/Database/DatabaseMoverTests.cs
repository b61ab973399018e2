using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Exchange.Backup;
using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Tests.Postgres;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Database;

[Trait("Needs", "PostgreSQL")]
public sealed class DatabaseMoverTests(TestServer server)
{
    [Fact]
    public async Task Move_StationWithDecisions_GoesOnWorkingOnTheServer()
    {
        await using var house = await StationAsync();
        var settings = Settings(await server.CreateDatabaseAsync());

        var moved = (await house.Get<DatabaseMover>().MoveAsync(settings, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal(0, moved.RowsBefore);
        Assert.True(moved.AuditRows > 3);
        var again = (await house.Get<DatabaseMover>().MoveAsync(settings, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal((moved.Rows, moved.Rows), (again.Rows, again.RowsBefore));

        // a night on the server: counters go on behind what came over, matches stand
        await using var there = await House.OpenAsync(before: s => s.AddSingleton(settings));
        await there.ReportAsync("张秀英");
        await there.NightAsync("2026-11-24");
        Assert.Equal([MatchState.Rejected, MatchState.Proposed], (await there.MatchesAsync()).Select(m => m.State).OrderByDescending(s => s));
    }

    [Fact]
    public async Task Move_IntoSomebodysRows_LeavesThemAndNamesTheTable()
    {
        await using var house = await StationAsync();
        var settings = Settings(await server.CreateDatabaseAsync());
        await using var there = await House.OpenAsync(before: s => s.AddSingleton(settings));
        await there.PersonAsync("李四");

        var problem = Assert.Single((await house.Get<DatabaseMover>().MoveAsync(settings, null, TestContext.Current.CancellationToken)).Problems);

        Assert.Equal("move.target-differs", problem.Code);
        await using var db = there.Db();
        Assert.Equal(1, await db.StrandedPersons.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Backup_OfAServer_IsAFileThatAnInstallationOpens()
    {
        var settings = Settings(await server.CreateDatabaseAsync());
        await using var there = await House.OpenAsync(before: s => s.AddSingleton(settings));
        await there.PersonAsync("张秀英");
        await there.ReportAsync("张秀英");
        await there.NightAsync("2026-11-23");

        var made = (await there.Get<BackupWriter>().WriteAsync(null, null, TestContext.Current.CancellationToken)).Value!;

        Assert.Equal(2, made.Records);
        Assert.True((await BackupWriter.VerifyAsync(made.Folder, TestContext.Current.CancellationToken)).Succeeded);
        await using var scope = there.Services.CreateAsyncScope();
        var lines = await scope.ServiceProvider.GetRequiredService<SystemDoctor>().LookAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(lines, l => l.Said.Code == "doctor.postgres-ok");
        // the tests' own server runs without fsync
        Assert.DoesNotContain(lines, l => l.Health == Health.Bad);
    }

    private static async Task<House> StationAsync()
    {
        var house = await House.OpenAsync();
        var (person, report) = (await house.PersonAsync("张秀英"), await house.ReportAsync("张秀英"));
        await house.NightAsync("2026-11-23");
        await house.DecideAsync(person, report, DecisionAction.Reject, house.Station);
        return house;
    }

    private static DatabaseSettings Settings(string connection) =>
        DatabaseSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Database:Engine", "postgres"), new("Database:Connection", connection)]).Build()).Value!;
}
