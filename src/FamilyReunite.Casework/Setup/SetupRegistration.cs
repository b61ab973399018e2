using FamilyReunite.Casework.Database;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Setup;

internal static class SetupRegistration
{
    public static IServiceCollection AddSetup(this IServiceCollection services) => services.AddScoped<Installation>().AddSingleton<SharedKeys>();
}
