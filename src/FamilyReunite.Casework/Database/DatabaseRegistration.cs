using FamilyReunite.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Database;

public static class DatabaseRegistration
{
    /// <summary>Registers the database that <c>Database:Engine</c> names. Call before <see cref="CaseworkRegistration.AddReuniteCasework"/>, whose own choice is the file in the data folder.</summary>
    /// <exception cref="DatabaseRefusedException">The settings cannot be understood.</exception>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var read = DatabaseSettings.Read(configuration);
        return read.Value is { } settings ? services.AddSingleton(settings) : throw new DatabaseRefusedException(read.Problems[0]);
    }

    /// <summary>What was registered before; the file when nothing was.</summary>
    public static DatabaseSettings Registered(this IServiceCollection services) =>
        services.LastOrDefault(s => s.ServiceType == typeof(DatabaseSettings))?.ImplementationInstance as DatabaseSettings ?? DatabaseSettings.File;
}
