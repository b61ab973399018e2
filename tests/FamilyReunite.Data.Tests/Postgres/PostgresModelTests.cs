using FamilyReunite.Data.Postgres;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Data.Tests.Postgres;

public sealed class PostgresModelTests
{
    [Fact]
    public async Task Model_ComparedWithMigrations_HasNothingPending()
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, "Host=localhost;Database=none");
        await using var db = new ReuniteDb(options.Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
