using System.CommandLine;
using System.Text.Json;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Evaluation;
using Spectre.Console;

namespace FamilyReunite.Cli.Homes;

/// <summary><c>reunite evaluate home</c>: home finding measured on cases whose home is known, one after another on one thread.</summary>
internal static class EvaluateHomeCommand
{
    /// <summary>Each is measured by itself: the second is written as published reunions are and is harder.</summary>
    private static readonly string[] Cases = ["tests/FamilyReunite.Clues.Tests/Homes/cases.jsonl", "tests/FamilyReunite.Clues.Tests/Homes/published-like.jsonl"];

    public static Command Create(SharedOptions shared)
    {
        var file = new Option<FileInfo?>("--file") { Description = "案例，JSON 行，带 true_province 等 · Cases as JSON lines with true_province …" };
        var set = new Option<string?>("--set") { Description = "只算一部分：look 或 kept · One part only: look or kept" };
        return shared.Run(new Command("home", "评估找家 · Measure home finding") { file, set }, (session, call, ct) =>
            RunAsync(session, call.GetValue(file)?.FullName, call.GetValue(set), shared.Clock, ct));
    }

    private static async Task<int> RunAsync(Session session, string? path, string? set, TimeProvider clock, CancellationToken ct)
    {
        string[] files = path is null ? Beside() : [path];
        if (files.Length == 0 || !files.All(File.Exists))
        {
            session.Error.WriteLine(session.Say(path is null ? "home.no-cases" : "home.no-file"));
            return ExitCode.Usage;
        }
        var finder = session.Get<IHomeFinder>();
        var worst = ExitCode.Fine;
        foreach (var file in files)
        {
            var (cases, bad) = Read(session, file, set);
            if (cases.Count == 0)
            {
                session.Error.WriteLine(session.Say("home.no-cases-in-file"));
                return ExitCode.Usage;
            }
            finder.Find(cases[0].Known);
            var (found, times) = await session.ProgressAsync(session.Say("evaluate.progress"), bar => Task.Run(() => Find(finder, cases, bar, clock, ct), ct));
            Show(session, Path.GetFileName(file), HomeEvaluation.Of(cases, found), times);
            if (bad > 0) worst = ExitCode.Finding;
        }
        return worst;
    }

    private static (List<HomeDistribution>, List<double>) Find(IHomeFinder finder, List<TrueHome> cases, IProgress<(long, long)> bar, TimeProvider clock, CancellationToken ct)
    {
        var (found, times) = (new List<HomeDistribution>(), new List<double>());
        foreach (var c in cases)
        {
            ct.ThrowIfCancellationRequested();
            var from = clock.GetTimestamp();
            found.Add(finder.Find(c.Known));
            times.Add(clock.GetElapsedTime(from).TotalMilliseconds);
            bar.Report((found.Count, cases.Count));
        }
        times.Sort();
        return (found, times);
    }

    private static (List<TrueHome> Cases, int Bad) Read(Session session, string file, string? set)
    {
        var (cases, bad, number) = (new List<TrueHome>(), 0, 0L);
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Case(line) is not { } one)
            {
                bad++;
                session.Error.WriteLine(session.Say("home.case-wrong", number));
            }
            else if (set is null || one.Set == set) cases.Add(one);
        }
        return (cases, bad);
    }

    private static TrueHome? Case(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Trim('\uFEFF'));
            return TrueHome.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Show(Session session, string file, HomeFigures f, List<double> times)
    {
        var (half, most) = (times[times.Count / 2], times[Math.Min(times.Count - 1, times.Count * 95 / 100)]);
        if (session.Json)
        {
            session.Line(new { File = file, f.Cases, f.Hits, Declined = f.Declined.ToDictionary(d => d.Key, d => new { d.Value.Declined, d.Value.Of }), f.Bands, f.CalibrationError, f.LogScore, MsP50 = Math.Round(half, 1), MsP95 = Math.Round(most, 1) });
            return;
        }
        session.Out.WriteLine(file);
        var table = new Table().AddColumns(session.Say("home.group"), session.Say("home.level"), "n", "@1", "@5", "@10");
        foreach (var h in f.Hits) table.AddRow(h.Group, session.Say("home.level-" + h.Level), h.Cases.ToString(session.Culture), Share(h.At1), Share(h.At5), Share(h.At10));
        session.Write(table);
        session.Out.WriteLine(session.Say("home.declined-of", string.Join(' ', f.Declined.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value.Declined}/{d.Value.Of}"))));
        foreach (var b in f.Bands) session.Out.WriteLine(session.Say("home.band", Share(b.From), b.Cases, Share(b.Stated), Share(b.Observed)));
        session.Out.WriteLine(session.Say("home.scores", f.CalibrationError.ToString("0.000", session.Culture), f.LogScore.ToString("0.00", session.Culture), half.ToString("0.0", session.Culture), most.ToString("0.0", session.Culture)));

        string Share(double p) => p.ToString("0.00", session.Culture);
    }

    /// <summary>The cases of the source tree that this build lies in; none outside one.</summary>
    private static string[] Beside()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "FamilyReunite.sln"))) return Array.ConvertAll(Cases, c => Path.Combine(at.FullName, c));
        return [];
    }
}
