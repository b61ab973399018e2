using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.Demo;
using FamilyReunite.Casework.Ledger;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using FamilyReunite.Jobs;
using FamilyReunite.Jobs.NightlyMatch;

namespace FamilyReunite.Web.Startup;

/// <summary>Fills an installation with the sample people, indexes them and runs the first match, telling how far it is. What is there already stays.</summary>
internal static class DemoOpening
{
    /// <summary>In the ledger, so that a start that was stopped half-way goes on and a later one loads nothing again.</summary>
    private const string Job = "demo";

    private const string Slot = "samples";

    /// <returns>One sign-in per role.</returns>
    /// <exception cref="DemoRefusedException">The samples are not there or cannot be loaded.</exception>
    public static async Task<IReadOnlyList<DemoSignIn>> PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var find = scope.ServiceProvider;
        var (ledger, clock) = (find.GetRequiredService<JobLedger>(), find.GetRequiredService<TimeProvider>());
        var ticket = await ledger.BeginAsync(Job, Slot, ct, silence: TimeSpan.Zero);
        if (!ticket.MayRun) return await find.GetRequiredService<DemoSignIns>().PrepareAsync(ct);
        Require((await find.GetRequiredService<DemoLoader>().LoadAsync(null, new ConsoleProgress("示例数据 · sample data"), ct)).Problems);
        var signIns = await find.GetRequiredService<DemoSignIns>().PrepareAsync(ct);
        Require((await find.GetRequiredService<DemoTrips>().LoadAsync(null, ct)).Problems);
        var night = Slots.Name(Slots.NewestDue(NightlyMatchJob.Schedule, clock.GetUtcNow()));
        Require((await find.GetRequiredService<MatchRunner>().RunAsync(night, all: true, new ConsoleProgress("比对 · matching"), ct)).Problems);
        await ledger.FinishAsync(ticket, null, ct);
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
