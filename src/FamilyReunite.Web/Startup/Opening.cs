using System.Globalization;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Demo;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Web.Startup;

internal static class Opening
{
    public static IServiceCollection AddOpening(this IServiceCollection services, bool demo) => services
        .AddSingleton(new OpeningOptions(demo))
        .AddSingleton<SignInsToTell>()
        .AddSingleton<SetupCode>()
        .AddHostedService<HomeWarmUp>()
        .AddHostedService<Greeting>();

    /// <summary>Before the first job or request: the database has the shape that this version needs, and the demo its people.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<ReuniteDb>>().CreateDbContextAsync(ct))
            await DatabaseOpening.PrepareAsync(db, ct);
        if (services.GetService<DatabaseSettings>() is { IsShared: true }) services.GetRequiredService<SetupCode>().Share(await services.GetRequiredService<SharedKeys>().OpenAsync(ct));
        if (services.OpenSearchEngine() is { } problem) await Console.Error.WriteLineAsync(StartupFault.SayFellBack(problem, CultureInfo.CurrentUICulture));
        await services.GetRequiredService<AddedPlaceBook>().RefreshAsync(ct);
        await services.GetRequiredService<StationQuestionBank>().RefreshAsync(ct);
        if (services.GetRequiredService<OpeningOptions>().Demo) services.GetRequiredService<SignInsToTell>().All = await DemoOpening.PrepareAsync(services, ct);
    }
}

/// <param name="Demo">Load the sample people into an empty installation and make one account per role.</param>
internal sealed record OpeningOptions(bool Demo);

/// <summary>What the greeting prints of the demo's accounts; empty outside the demo.</summary>
internal sealed class SignInsToTell
{
    public IReadOnlyList<DemoSignIn> All { get; set; } = [];
}
