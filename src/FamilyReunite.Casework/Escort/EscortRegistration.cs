using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Escort;

internal static class EscortRegistration
{
    public static IServiceCollection AddEscort(this IServiceCollection services) => services
        .AddScoped<TripPlanner>()
        .AddScoped<TripRoad>()
        .AddScoped<TripRecords>()
        .AddScoped<TripAlerts>()
        .AddScoped<TripBook>();
}
