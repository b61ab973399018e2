using System.CommandLine;
using System.Globalization;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Cli.Tests.Audit;

public sealed class AuditVerifyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-cli-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 3, 1, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AuditVerify_NoDatabase_SaysHowToNameTheFolder()
    {
        var (code, _, error) = await RunAsync();
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--data", error);
    }

    [Fact]
    public async Task AuditVerify_WholeChain_EndsWith0()
    {
        await WriteAsync(3);
        Assert.Equal((ExitCode.Fine, """{"rows":3,"fault":"None","broken_at":null}"""), await JsonAsync());
    }

    [Fact]
    public async Task AuditVerify_AlteredRow_NamesItAndEndsWith1()
    {
        await WriteAsync(3);
        await using (var db = Open()) await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_no_update; UPDATE AuditEntries SET Action = 'x' WHERE Sequence = 2");
        Assert.Equal((ExitCode.Finding, """{"rows":1,"fault":"Altered","broken_at":2}"""), await JsonAsync());
    }

    private ReuniteDb Open()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(_folder.FullName, DataRegistration.DatabaseFile));
        return new ReuniteDb(options.Options);
    }

    private async Task WriteAsync(int rows)
    {
        await using var db = Open();
        await DatabaseStartup.PrepareAsync(db, CancellationToken.None);
        for (var i = 0; i < rows; i++)
            await new ChangeWriter(db, _clock).SaveAsync(new ChangeNote(Guid.CreateVersion7(_clock.GetUtcNow()), Actor.System("test"), "test.write", "nothing", null), CancellationToken.None);
    }

    private async Task<(int Code, string Output)> JsonAsync()
    {
        var (code, output, _) = await RunAsync("--json");
        return (code, output.Trim());
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] more)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await ReuniteCommand.Create().Parse(["audit", "verify", "--data", _folder.FullName, .. more]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
