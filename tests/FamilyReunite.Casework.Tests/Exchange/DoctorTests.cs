using FamilyReunite.Casework.Exchange.Doctor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class DoctorTests
{
    [Fact]
    public async Task Look_SoundInstallation_FindsNothingBadButAMissingModel()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync("""{"source_id":"S-1","name":"张三"}""");
        var lines = await LookAsync(desk);
        Assert.Equal(["disk", "sqlite", "wal", "integrity", "schema", "audit", "clock", "model", "index"], lines.Select(l => l.Check));
        Assert.DoesNotContain(lines, l => l.Health == Health.Bad && l.Check is not ("model" or "index"));
    }

    [Fact]
    public async Task Look_AlteredAuditRow_NamesIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.ImportAsync("""{"source_id":"S-1","name":"张三"}""");
        await using (var db = desk.Db()) await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_no_update; UPDATE AuditEntries SET Action = 'x' WHERE Sequence = 2");
        var audit = (await LookAsync(desk)).Single(l => l.Check == "audit");
        Assert.Equal((Health.Bad, "doctor.audit-broken", 2L), (audit.Health, audit.Said.Code, audit.Said.Args[0]));
    }

    [Fact]
    public async Task Look_ClockBehindTheLastWrite_IsBad()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.ImportAsync("""{"source_id":"S-1","name":"张三"}""");
        var doctor = new DatabaseDoctor(desk.Db(), desk.Data, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Desk.Start));
        var lines = await doctor.LookAsync(default).ToListAsync();
        Assert.Equal("doctor.clock-behind", lines.Single(l => l.Check == "clock").Said.Code);
    }

    [Fact]
    public async Task Look_DatabaseThatIsNone_SaysToRestore()
    {
        await using var desk = await Desk.OpenAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(desk.Data.Path, "reunite.db*")) File.Delete(file);
        await File.WriteAllTextAsync(desk.Data.Database, new string('x', 9000));
        Assert.Equal("doctor.database-unreadable", (await LookAsync(desk)).Single(l => l.Check == "sqlite").Said.Code);
    }

    private static async Task<List<DoctorLine>> LookAsync(Desk desk)
    {
        using var scope = desk.Scope();
        return await scope.ServiceProvider.GetRequiredService<SystemDoctor>().LookAsync(default).ToListAsync();
    }
}
