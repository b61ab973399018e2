using FamilyReunite.Data.Sqlite;
using FamilyReunite.Data.Tests.Contract;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Tests.Sqlite;

public sealed class SqliteDatabaseTests : DatabaseSharing
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");

    protected override ReuniteDb Open()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, Path.Combine(_folder.FullName, DataRegistration.DatabaseFile));
        return new ReuniteDb(options.Options);
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override Task UnlockAuditAsync(ReuniteDb db) => db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Connection_Opened_IsSafeAgainstPowerCuts(string pragma, string expected)
    {
        await using var db = Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        Assert.Equal(expected, (await command.ExecuteScalarAsync())!.ToString());
    }

    [Fact]
    public async Task Model_ComparedWithMigrations_HasNothingPending()
    {
        await using var db = Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.46.0")]
    [InlineData("nonsense")]
    public void Require_OldLibrary_IsRefused(string version) => Assert.Throws<NotSupportedException>(() => SqliteVersion.Require(version));

    [Fact]
    public void Require_LibraryInUse_IsNewEnough()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        SqliteVersion.Require(connection.ServerVersion);
        Assert.True(Version.Parse(connection.ServerVersion) >= SqliteVersion.Minimum);
    }
}
