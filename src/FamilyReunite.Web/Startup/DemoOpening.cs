using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Demo;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using FamilyReunite.Jobs;
using FamilyReunite.Jobs.NightlyMatch;

namespace FamilyReunite.Web.Startup;

/// <summary>Fills an installation with the sample people, indexes them and runs the first match, telling how far it is. What is there already stays.</summary>
internal static class DemoOpening
{
    /// <returns>One sign-in per role.</returns>
    /// <exception cref="DemoRefusedException">The samples are not there or cannot be loaded.</exception>
    public static async Task<IReadOnlyList<DemoSignIn>> PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var find = scope.ServiceProvider;
        var loaded = await find.GetRequiredService<DemoLoader>().LoadAsync(null, new ConsoleProgress("示例数据 · sample data"), ct);
        Require(loaded.Problems);
        var signIns = await find.GetRequiredService<DemoSignIns>().PrepareAsync(ct);
        Require((await find.GetRequiredService<DemoTrips>().LoadAsync(null, ct)).Problems);
        if (loaded.Value == 0) return signIns;
        var slot = Slots.Name(Slots.NewestDue(NightlyMatchJob.Schedule, find.GetRequiredService<TimeProvider>().GetUtcNow()));
        Require((await find.GetRequiredService<MatchRunner>().RunAsync(slot, all: true, new ConsoleProgress("比对 · matching"), ct)).Problems);
        return signIns;
    }

    private static void Require(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0) throw new DemoRefusedException(ProblemSentences.Of(problems[0], CultureInfo.CurrentUICulture));
    }
}

/// <summary>The demo cannot be shown; the message is a sentence for the operator.</summary>
public sealed class DemoRefusedException : Exception
{
    public DemoRefusedException() { }

    public DemoRefusedException(string message) : base(message) { }

    public DemoRefusedException(string message, Exception innerException) : base(message, innerException) { }
}
