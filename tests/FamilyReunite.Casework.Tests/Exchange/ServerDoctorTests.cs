using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Data;
using FamilyReunite.Data.Postgres;
using FamilyReunite.Data.Tests.Postgres;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Exchange;

public sealed class ServerDoctorTests(TestServer server)
{
    [Fact]
    public async Task Look_ServerThatIsAway_SaysSo() => Assert.Equal("database.unreachable", (await LookAsync("Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=5"))[^1].Said.Code);

    [Fact, Trait("Needs", "PostgreSQL")]
    public async Task Look_EmptyDatabase_SaysThatThereAreNoTables() => Assert.Equal("doctor.no-tables", (await LookAsync(await server.CreateDatabaseAsync()))[^1].Said.Code);

    private static async Task<List<DoctorLine>> LookAsync(string connection)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, connection);
        await using var db = new ReuniteDb(options.Options);
        return await new DatabaseDoctor(db, DataFolder.At(Path.GetTempPath()), TimeProvider.System).LookAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
