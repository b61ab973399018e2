using FamilyReunite.Data.Ledger;
using FamilyReunite.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Data;

public static class DataRegistration
{
    public const string DatabaseFile = "reunite.db";

    /// <summary>Registers the database in <paramref name="dataFolder"/>, a factory for work outside a request, and the ledger.</summary>
    /// <param name="engine">Another database than the file in the folder.</param>
    public static IServiceCollection AddReuniteData(this IServiceCollection services, string dataFolder, Action<DbContextOptionsBuilder>? engine = null)
    {
        MakePrivate(dataFolder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<ReuniteDb>(engine ?? (o => UseSqlite(o, Path.Combine(dataFolder, DatabaseFile))), ServiceLifetime.Singleton);
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContext());
        services.TryAddSingleton<OutboxSignal>();
        services.AddScoped<ChangeWriter>();
        services.AddScoped<AuditVerifier>();
        return services;
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string file) => options
        .UseSqlite($"Data Source={file};Cache=Private;Pooling=True", s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new SqliteSession());

    /// <summary>Makes the folder readable by its owner alone; one that is there keeps its permissions.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
