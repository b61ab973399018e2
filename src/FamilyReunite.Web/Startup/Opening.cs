using FamilyReunite.Casework.Setup;
using FamilyReunite.Data;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Startup;

internal static class Opening
{
    public static IServiceCollection AddOpening(this IServiceCollection services, bool demo) => services
        .AddSingleton(new OpeningOptions(demo))
        .AddSingleton<Readiness>()
        .AddSingleton<SetupCode>()
        .AddHostedService<OpeningWork>();

    /// <summary>Before the first job or request: the database has the shape that this version needs.</summary>
    public static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(ct);
        await DatabaseStartup.PrepareAsync(db, ct);
    }
}

internal sealed record OpeningOptions(bool Demo);
