using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Cli.Console;

namespace FamilyReunite.Cli.MatchRun;

/// <summary><c>reunite match [--all] [--slot DATE]</c>.</summary>
internal static class MatchCommand
{
    /// <summary>Minutes: longer than the longest night.</summary>
    private const double UsualWait = 60;
    private const double LongestWait = 24 * 60;

    public static Command Create(SharedOptions shared)
    {
        var all = new Option<bool>("--all") { Description = "所有人，不只是有变化的 · Everybody, not only what changed" };
        var slot = new Option<string?>("--slot") { Description = "补跑某一夜（yyyy-MM-dd），每夜只算一次 · One night, counted once" };
        slot.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) r.AddError("--slot 应为 yyyy-MM-dd。 · --slot should be yyyy-MM-dd.");
        });
        var wait = new Option<double>("--wait") { Description = "另一次比对正在进行时最多等几分钟；0 为不等 · Minutes to wait for a run that is under way; 0 gives up at once", DefaultValueFactory = _ => UsualWait };
        wait.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (>= 0 and <= LongestWait)) r.AddError("--wait 应为 0 到 1440。 · --wait should be from 0 to 1440.");
        });
        return shared.Run(new Command("match", "比对 · Match persons with reports") { all, slot, wait }, (session, call, ct) => RunAsync(session, call.GetValue(all), call.GetValue(slot), call.GetValue(wait), ct));
    }

    private static async Task<int> RunAsync(Session session, bool all, string? slot, double minutes, CancellationToken ct)
    {
        if (!session.HasDatabase) return session.NoDatabase();
        await session.PrepareAsync(ct);
        var wait = new MatchWait(TimeSpan.FromMinutes(minutes), _ => session.Error.WriteLine(session.Say("match.waiting", minutes)));
        var outcome = await session.ProgressAsync(session.Say("match.progress"), bar => session.Get<MatchRunner>().RunAsync(slot, all, Progress(session, bar), ct, wait));
        if (outcome.Value is not { } run) return session.Refuse(outcome.Problems);
        var t = run.Summary.Tally;
        if (session.Json) session.Line(new { run.Start, run.Summary.Seconds, t.Persons, t.Pairs, t.New, t.Stronger, t.Weaker, t.Withdrawn });
        else session.Out.WriteLine(session.Say("match.done", t.Persons, t.Pairs, t.New, t.Stronger, t.Weaker, t.Withdrawn, run.Summary.Seconds));
        return ExitCode.Fine;
    }

    /// <summary>A bar with the time left on a terminal; lines where standard error goes elsewhere.</summary>
    private static IProgress<WorkProgress> Progress(Session session, IProgress<(long Done, long Total)> bar) =>
        System.Console.IsErrorRedirected ? new ProgressLines(session.Error, session.Get<TimeProvider>(), (p, left) => session.Say("match.left", p.Done, p.Total, left)) : Progressing.Of(bar);
}
