using FamilyReunite.Casework;
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
        services.AddSearchEngine(new ConfigurationBuilder().AddEnvironmentVariables().Build()).AddReuniteCasework(data);
        return services.BuildServiceProvider();
    }
}
