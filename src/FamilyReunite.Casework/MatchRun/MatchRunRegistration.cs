using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.MatchRun;

internal static class MatchRunRegistration
{
    public static IServiceCollection AddMatchRun(this IServiceCollection services) => services;
}
