using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Compare;
using FamilyReunite.Matching.Linkage.Report;
using FamilyReunite.Matching.Tests.Linkage;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>Links invented files of several shapes without labels and prints how well and how fast.</summary>
internal static class LinkageQuickRun
{
    /// <summary>Lowest precision at which recall is read off.</summary>
    private const double Least = 0.999;

    /// <param name="only">Files whose name holds this word; null for all.</param>
    /// <param name="seed">Added to every file's seed.</param>
    /// <param name="folder">Writes the files there instead of linking them; null links.</param>
    public static void Run(string? only, int seed, string? folder)
    {
        (string Name, Func<string, MadeFile> Make)[] files =
        [
            ("household, up to 5 copies", n => new HouseholdFile(201 + seed, 2, 5).One(n, 2000, 3000, 5)),
            ("household, worse", n => new HouseholdFile(202 + seed, 3, 10).One(n, 4000, 1000, 2)),
            ("household, two files", n => new HouseholdFile(203 + seed, 1, 1).Two(n, 5000)),
            ("lives", n => new LivesFile(204 + seed).Make(n, 50_000)),
            ("lives, small", n => new LivesFile(209 + seed).Make(n, 4_000)),
            ("accounts, bad hand", n => new AccountFile(205 + seed).Make(n, 1000)),
            ("accounts, bad hand, again", n => new AccountFile(206 + seed).Make(n, 1000)),
            ("clients", n => new ClientFile(207 + seed).Make(n, 5000)),
            ("watch list", n => new WatchList(208 + seed).Search(n, 1000, 100_000)),
            ("accounts, many gaps", n => Of(n, InventedFile.Accounts(1000, 101 + seed))),
            ("families", n => Of(n, InventedFile.Families(50_000, 105 + seed))),
        ];
        if (folder is not null)
        {
            foreach (var (name, make) in files.Where(f => only is null || f.Name.Contains(only, StringComparison.Ordinal))) make(name).Write(Path.Combine(folder, string.Concat(name.Where(char.IsLetterOrDigit))));
            File.WriteAllLines(Path.Combine(folder, "pairs.jsonl"), new WatchList(300 + seed).Pairs(6000).Select((p, i) => $"{{\"id\":\"{i} {(p.Same ? 1 : 0)}\",\"left\":{{\"full_name\":\"{p.Left}\"}},\"right\":{{\"full_name\":\"{p.Right}\"}}}}"));
            return;
        }
        Console.WriteLine("| file | rows | best F1 | at weight | F1 at .5 | recall at precision .999 | pair recall of blocking | ECE | hit@1 | s | seconds by stage |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, make) in files)
            if (only is null || name.Contains(only, StringComparison.Ordinal)) One(make(name));
        if (only is null or "pairs") Pairs(300 + seed);
        if (only is "weights") Console.WriteLine(NameWeights.Fit(NameWeights.Seed, NameWeights.Pairs) is var w ? string.Create(CultureInfo.InvariantCulture, $"bias {w.Bias:0.0000} weights {string.Join(' ', w.Weights.Select(x => x.ToString("0.0000", CultureInfo.InvariantCulture)))}") : "");
    }

    private static MadeFile Of(string name, InventedFile file) => new(name, file.File, null, file.Gold);

    private static void One(MadeFile file)
    {
        var began = Stopwatch.GetTimestamp();
        var stages = new StageClock();
        var result = FileLinker.Link(new LinkRequest(file.Left, file.Right), stages, CancellationToken.None).Value!;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var f = LinkFigures.Of(result, file.Gold);
        var half = f.Curve.LastOrDefault(p => p.Weight >= 0);
        var sure = f.Curve.Where(p => p.Precision >= Least).Select(p => p.Recall).DefaultIfEmpty(0).Max();
        // pairs stated as next to impossible would make every calibration look good
        var stated = f.Calibration.Skip(1).ToList();
        var wrong = stated.Sum(c => c.Pairs * Math.Abs(c.Stated - c.True)) / Math.Max(1, stated.Sum(c => c.Pairs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {file.Name} | {file.Left.Rows.Count + (file.Right?.Rows.Count ?? 0):N0} | {f.BestF1:0.0000} | {f.AtWeight:0.0} | {F1(half):0.0000} | {sure:0.000} | {f.Curve[^1].Recall:0.000} | {wrong:0.000} | {(file.Right is null ? "" : Hit(result, file).ToString("0.000", CultureInfo.InvariantCulture))} | {seconds:0.0} | {stages} |"));
    }

    /// <summary>Share of left rows with a true link whose best link is true.</summary>
    private static double Hit(LinkResult result, MadeFile file)
    {
        var (best, truth) = (new Dictionary<string, string>(StringComparer.Ordinal), file.Gold.ToLookup(g => g.Left, g => g.Right));
        foreach (var link in result.Links) best.TryAdd(link.Left, link.Right);
        return truth.Average(t => best.TryGetValue(t.Key, out var right) && t.Contains(right) ? 1.0 : 0);
    }

    private static void Pairs(int seed)
    {
        var began = Stopwatch.GetTimestamp();
        var scored = new WatchList(seed).Pairs(6000).Select(p => (Weight: PersonComparer.Compare(Side(p.Left), Side(p.Right)).Weight, p.Same)).OrderBy(p => p.Weight).ToList();
        var (below, area) = (0.0, 0.0);
        foreach (var tie in scored.GroupBy(p => p.Weight))
        {
            var (same, other) = (tie.Count(p => p.Same), tie.Count(p => !p.Same));
            area += same * (below + other / 2.0);
            below += other;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"name pairs: {scored.Count:N0}, AUC {area / (below * (scored.Count - below)):0.0000} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
    }

    private static PersonSide Side(string name) => new(new Dictionary<ColumnKind, IReadOnlyList<string>> { [ColumnKind.FullName] = [name] });

    private static double F1(CurvePoint p) => p.Precision + p.Recall == 0 ? 0 : 2 * p.Precision * p.Recall / (p.Precision + p.Recall);
}
