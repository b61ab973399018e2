using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.MatchRun;

internal static class MatchRunRegistration
{
    public static IServiceCollection AddMatchRun(this IServiceCollection services)
    {
        services.TryAddSingleton(new MatchOptions { ShareLife = services.Registered().Lease });
        services.AddSingleton<JobLedger>();
        services.AddSingleton<JobShares>();
        services.AddSingleton<MatchPortsSource>();
        services.AddSingleton<Shortlister>();
        services.AddSingleton<NightFieldMaker>();
        services.AddSingleton<PairMatcher>();
        services.AddSingleton<MatchChunks>();
        services.AddSingleton<ConcernedPersons>();
        services.AddSingleton<RunPlanner>();
        services.AddSingleton<RunWaves>();
        services.AddSingleton<SharedRun>();
        services.AddSingleton<MatchRunner.Services>();
        services.AddSingleton(p => new MatchRunner(p.GetRequiredService<MatchRunner.Services>()));
        services.AddSingleton(p => new ChangedMatcher(p.GetRequiredService<MatchPortsSource>(), p.GetRequiredService<ConcernedPersons>(), p.GetRequiredService<MatchChunks>(), p.GetRequiredService<MatchOptions>()));
        return services;
    }
}
