using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Cli.Console;
using FamilyReunite.Matching;

namespace FamilyReunite.Cli.MatchRun;

/// <summary><c>reunite match [--all] [--slot DATE]</c>.</summary>
internal static class MatchCommand
{
    public static Command Create(SharedOptions shared)
    {
        var all = new Option<bool>("--all") { Description = "所有人，不只是有变化的 · Everybody, not only what changed" };
        var slot = new Option<string?>("--slot") { Description = "补跑某一夜（yyyy-MM-dd），每夜只算一次 · One night, counted once" };
        slot.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) r.AddError("--slot 应为 yyyy-MM-dd。 · --slot should be yyyy-MM-dd.");
        });
        return shared.Run(new Command("match", "比对 · Match persons with reports") { all, slot }, (session, call, ct) => RunAsync(session, call.GetValue(all), call.GetValue(slot), ct));
    }

    private static async Task<int> RunAsync(Session session, bool all, string? slot, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        if (session.Get<LoadedPairModel>().Outcome is { Succeeded: false } refused) return session.Refuse(refused.Problems);
        var outcome = await session.ProgressAsync(session.Say("match.progress"), bar => session.Get<MatchRunner>().RunAsync(slot, all, Progressing.Of(bar), ct));
        if (outcome.Value is not { } run) return session.Refuse(outcome.Problems);
        var t = run.Summary.Tally;
        if (session.Json) session.Line(new { run.Start, run.Summary.Seconds, t.Persons, t.Pairs, t.New, t.Stronger, t.Weaker, t.Withdrawn });
        else session.Out.WriteLine(session.Say("match.done", t.Persons, t.Pairs, t.New, t.Stronger, t.Weaker, t.Withdrawn, run.Summary.Seconds));
        return ExitCode.Fine;
    }
}
