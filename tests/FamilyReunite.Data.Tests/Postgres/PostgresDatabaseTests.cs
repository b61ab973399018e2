using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Contract;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(TestServer))]

namespace FamilyReunite.Data.Tests.Postgres;

[Trait("Needs", "PostgreSQL")]
public sealed class PostgresDatabaseTests(TestServer server) : DatabaseSharing
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

    protected override ReuniteDb Open()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, _connection!);
        return new ReuniteDb(options.Options);
    }

    protected override Task UnlockAuditAsync(ReuniteDb db) => db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_final ON \"AuditEntries\"");
}
