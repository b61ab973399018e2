using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FamilyReunite.Data;

/// <summary>Lets <c>dotnet ef migrations add NAME --project src/FamilyReunite.Data</c> build the model without a host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<ReuniteDb>
{
    public ReuniteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ReuniteDb>();
        DataRegistration.UseSqlite(options, "design.db");
        return new ReuniteDb(options.Options);
    }
}
