using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FamilyReunite.Cli;

/// <summary>The use-cases as the command uses them: no server, no jobs; warnings go to standard error.</summary>
public static class CliHost
{
    public static ServiceProvider Build(DataFolder data, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddConsole());
        services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        services.AddDatabase(settings).AddSearchEngine(settings).AddReuniteCasework(data.With(settings));
        return services.BuildServiceProvider();
    }
}
