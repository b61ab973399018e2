using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Demo;

internal static class DemoRegistration
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<DemoContacts>()
        .AddSingleton<DemoLoader>()
        .AddSingleton<DemoTrips>();
}
