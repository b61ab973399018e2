using System.CommandLine;
using System.Globalization;
using FamilyReunite.Casework;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Cli.Console;
using FamilyReunite.Matching;
using Spectre.Console;

namespace FamilyReunite.Cli.Bench;

/// <summary><c>reunite bench</c>: a whole night and a night with few changes over invented people, at one size or several.</summary>
internal static class BenchCommand
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static Command Create(SharedOptions shared)
    {
        var persons = new Option<int?>("--persons") { Description = "虚构受助人员数，默认登记数的 1/20 · Invented persons, a twentieth of the reports by default" };
        var reports = new Option<int[]>("--reports") { Description = "虚构寻人登记数，可给多个 · Invented reports, one or several sizes", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10_000] };
        var changed = new Option<double>("--changed") { Description = "第二夜之前有变化的比例 · Share of records changed before the second night", DefaultValueFactory = _ => 0.01 };
        var seed = new Option<int>("--seed") { Description = "种子 · Seed", DefaultValueFactory = _ => 41 };
        reports.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int[]>() is { } sizes && (sizes.Length == 0 || sizes.Any(n => n < 1))) r.AddError("--reports 应为正数。 · --reports should be positive.");
        });
        changed.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (> 0 and <= 1)) r.AddError("--changed 应大于 0、不超过 1。 · --changed should be above 0 and at most 1.");
        });
        var verb = new Command("bench", "量比对的速度与内存；数据放在 --data 下的子文件夹 · Measure the night; data goes into folders below --data") { persons, reports, changed, seed };
        return shared.Run(verb, (session, call, ct) =>
            RunAsync(session, shared.Clock, [.. call.GetValue(reports)!.Select(n => new BenchSize(call.GetValue(persons) ?? Math.Max(1, n / 20), n, call.GetValue(changed), call.GetValue(seed)))], ct));
    }

    private static async Task<int> RunAsync(Session session, TimeProvider clock, IReadOnlyList<BenchSize> sizes, CancellationToken ct)
    {
        if (session.Get<LoadedPairModel>().Outcome is { Succeeded: false } refused) return session.Refuse(refused.Problems);
        var all = new List<BenchFigures>();
        foreach (var size in sizes)
        {
            await using var own = session.Beside(string.Create(C, $"bench-{size.Persons}x{size.Reports}"));
            var outcome = await new BenchRun(own, clock).RunAsync(size, ct);
            if (outcome.Value is not { } figures) return session.Refuse(outcome.Problems);
            all.Add(figures);
            if (session.Json) session.Line(figures);
        }
        if (!session.Json) session.Write(Table(session, all));
        return ExitCode.Fine;
    }

    private static Table Table(Session session, IReadOnlyList<BenchFigures> all)
    {
        var table = new Table().AddColumn("");
        foreach (var f in all) table.AddColumn(new TableColumn(string.Create(C, $"{f.Persons:N0} × {f.Reports:N0}")).RightAligned());
        void Row(string key, Func<BenchFigures, string> value) => table.AddRow([session.Say(key), .. all.Select(value)]);
        Row("bench.fill", f => Seconds(f.FillSeconds));
        Row("bench.index", f => Seconds(f.IndexSeconds));
        Row("bench.night", f => Seconds(f.NightSeconds));
        Row("bench.processors", f => Seconds(f.NightProcessorSeconds));
        Row("bench.stages", f => Stages(f.Stages));
        Row("bench.pairs", f => f.Pairs.ToString("N0", C));
        Row("bench.rate", f => f.PairsPerSecond.ToString("N0", C));
        Row("bench.proposed", f => f.Proposed.ToString("N0", C));
        Row("bench.peak", f => f.NightPeakMb.ToString("N0", C));
        Row("bench.changed", f => f.Changed.ToString("N0", C));
        Row("bench.feed", f => Seconds(f.ChangedFeedSeconds));
        Row("bench.small-night", f => Seconds(f.ChangedNightSeconds));
        Row("bench.stages", f => Stages(f.ChangedStages));
        Row("bench.small-peak", f => f.ChangedPeakMb.ToString("N0", C));
        Row("bench.top-median", f => f.TopMedianMs.ToString("N1", C));
        Row("bench.top-p95", f => f.TopP95Ms.ToString("N1", C));
        return table;
    }

    private static string Stages(RunStages? s) => s is null ? "–" : string.Create(C, $"{s.Plan:N0} / {s.Prepare:N0} / {s.Retrieve:N0} / {s.Score:N0} / {s.Save:N0}");

    private static string Seconds(double? s) => s?.ToString("N1", C) ?? "–";
}
