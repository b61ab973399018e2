using System.Text;
using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Database;

[Trait("Needs", "PostgreSQL")]
public sealed class SharedKeysTests(TestServer server) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-");
    private Databases _databases = null!;

    [Fact]
    public async Task Open_ServersOfOneKeyFile_KnowTheSameSecret()
    {
        var first = Server("keys");
        var secrets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Server("keys").OpenAsync(default)));
        Assert.All(secrets, s => Assert.Equal(secrets[0], s));
        await first.AddAsync("ring/key-1", "<key/>"u8.ToArray(), default);
        await first.AddAsync("ring/key-1", "<other/>"u8.ToArray(), default);
        Assert.Equal("<key/>", Encoding.UTF8.GetString(Assert.Single(await Server("keys").ReadAsync("ring/", default))));
        await using var db = _databases.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.Action == "key.made"));
        Assert.All(await db.SharedKeys.ToListAsync(), k => Assert.DoesNotContain("key", Encoding.Latin1.GetString(k.Box), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_ServerWithAnotherKeyFile_IsRefusedAndMakesNone()
    {
        await Server("keys").OpenAsync(default);
        var other = Server("other");
        Assert.Equal("database.key-differs", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => other.OpenAsync(default))).Problem.Code);
        Assert.False(Directory.Exists(DataFolder.At(Path.Combine(_folder.FullName, "other")).Keys));
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(DataFolder.At(Path.Combine(_folder.FullName, "other")).Keys).FullName, "blobs.key"), new byte[32]);
        Assert.Equal("database.key-differs", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => other.OpenAsync(default))).Problem.Code);
    }

    public async ValueTask InitializeAsync()
    {
        _databases = new Databases(await server.CreateDatabaseAsync());
        await using var db = _databases.CreateDbContext();
        await DatabaseOpening.PrepareAsync(db, default);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private SharedKeys Server(string folder) => new(DataFolder.At(Path.Combine(_folder.FullName, folder)), _databases, TimeProvider.System);

    private sealed class Databases(string connection) : IDbContextFactory<ReuniteDb>
    {
        public ReuniteDb CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<ReuniteDb>();
            PostgresOptions.UsePostgres(options, connection);
            return new ReuniteDb(options.Options);
        }
    }
}
