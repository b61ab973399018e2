using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Benchmarks.Clues;

/// <summary>Loads every village and finds the homes of the invented cases one after another on one thread.</summary>
internal static class HomeQuickRun
{
    public static void Run()
    {
        var cases = Cases();
        var started = Stopwatch.GetTimestamp();
        var finder = new HomeFinder(new PlaceResolver());
        finder.Find(new HomeCase { HeardPlaces = ["七里井"], DialectWords = ["苞谷"], FoundPlace = "上海市" });
        var loaded = Stopwatch.GetElapsedTime(started);
        foreach (var c in cases) finder.Find(c);
        var times = new List<double>(cases.Count);
        foreach (var c in cases)
        {
            var from = Stopwatch.GetTimestamp();
            finder.Find(c).Best(20);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
        times.Sort();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"homes: {cases.Count} cases, first answer with all villages loaded {loaded.TotalSeconds:0.00} s, then p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms a case; peak {process.PeakWorkingSet64 / 1_000_000} MB"));
    }

    private static List<HomeCase> Cases()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FamilyReunite.sln"))) root = root.Parent;
        var file = Path.Combine(root?.FullName ?? ".", "tests", "FamilyReunite.Clues.Tests", "Homes", "cases.jsonl");
        return [.. File.ReadLines(file).Where(l => l.StartsWith('{')).Select(Read)];
    }

    private static HomeCase Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var c = json.RootElement;
        return new HomeCase { Text = One("clues_text"), FoundPlace = One("found_place"), DialectJudgement = One("dialect_judgement"), HeardNames = Many("heard_names"), HeardPlaces = Many("heard_places"), DialectWords = Many("dialect_words"), OtherClues = Many("other_clues") };

        string One(string name) => c.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "";
        string[] Many(string name) => c.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Array ? [.. v.EnumerateArray().Select(x => x.GetString() ?? "")] : [];
    }
}
