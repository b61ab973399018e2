using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FamilyReunite.Data.Postgres;

/// <summary>Lets <c>dotnet ef migrations add NAME --project src/FamilyReunite.Data.Postgres</c> build the model without a server. Every migration of the SQLite side needs one here.</summary>
internal sealed class PostgresDesignFactory : IDesignTimeDbContextFactory<ReuniteDb>
{
    public ReuniteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        PostgresOptions.UsePostgres(options, "Host=localhost;Database=design");
        return new ReuniteDb(options.Options);
    }
}
