using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Contract;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace FamilyReunite.Data.Tests.Postgres;

[Trait("Needs", "PostgreSQL")]
public sealed class PostgresDatabaseTests(TestServer server) : DatabaseContract
{
    private string? _connection;

    public override async ValueTask InitializeAsync()
    {
        _connection = await server.CreateDatabaseAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null) await server.DropDatabaseAsync(_connection);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Save_FourServersAtOnce_ContinueOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(10)));
        await using var db = Open();
        Assert.Equal(new AuditVerdict(40, AuditFault.None, null), await new AuditVerifier(db).VerifyAsync(default));
    }

    [Fact]
    public async Task Save_OneWriteIdFromTwoServersAtOnce_IsCarriedOutOnce()
    {
        var write = NewId();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = Open();
            return await new ChangeWriter(db, Clock).SaveAsync(new ChangeNote(write, Actor.System("test"), "test.written", "test", write), default);
        }));
        Assert.Single(results, WriteResult.Saved);
        Assert.Equal(3, results.Count(r => r == WriteResult.Repeated));
    }

    protected override ReuniteDb Open()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, _connection!);
        return new ReuniteDb(options.Options);
    }

    protected override Task UnlockAuditAsync(ReuniteDb db) => db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_final ON \"AuditEntries\"");

    private async Task WriteAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var db = Open();
            Assert.Equal(WriteResult.Saved, await new ChangeWriter(db, Clock).SaveAsync(new ChangeNote(NewId(), Actor.System("test"), "test.written", "test", NewId()), default));
        }
    }
}
