using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Jobs;
using FamilyReunite.Web.Accounts;
using FamilyReunite.Web.Frame;
using FamilyReunite.Web.Pages.Escort;
using FamilyReunite.Web.Pages.Homes;
using FamilyReunite.Web.Startup;

namespace FamilyReunite.Web;

/// <summary>The server: pages and API of one installation.</summary>
public static class ReuniteWeb
{
    // a switch without a value: the configuration reader would take the next option for its value
    private const string Demo = "--demo";

    /// <summary>Serves until it is told to stop. Options: <c>--data DIR</c>, <c>--demo</c>, <c>--urls URL</c>.</summary>
    /// <returns>0, or 2 when it could not start; then standard error says why and what to do.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await Opening.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (StartupFault.Explain(e, CultureInfo.CurrentUICulture) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 2;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.Where(a => a != Demo)], ApplicationName = typeof(ReuniteWeb).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        var data = (builder.Configuration["data"] is { Length: > 0 } folder ? DataFolder.At(folder) : DataFolder.Default()).With(builder.Configuration);
        builder.Services
            .AddDatabase(builder.Configuration)
            .AddSearchEngine(builder.Configuration)
            .AddReuniteCasework(data)
            .AddReuniteJobs(data)
            .AddReuniteAccounts(data, builder.Configuration)
            .AddFrame(builder.Environment)
            .AddEscortPages()
            .AddOpening(demo: args.Contains(Demo, StringComparer.Ordinal));
        var app = builder.Build();
        app.UseFrame();
        app.MapEscortApi();
        app.MapHomesApi();
        return app;
    }
}
