using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Report;
using FamilyReunite.Matching.Tests.Linkage;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>Links invented files of several shapes without labels and prints how well and how fast.</summary>
internal static class LinkageQuickRun
{
    /// <param name="least">Lowest precision at which recall is read off.</param>
    private const double Least = 0.999;

    public static void Run()
    {
        Console.WriteLine("| file | rows | best F1 | at weight | F1 at 0.5 | recall at precision .999 | pairs kept | ECE | s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        One("accounts, many gaps", InventedFile.Accounts(1000, 101));
        One("accounts, worse slips", InventedFile.Scrawled(1000, 102));
        One("directory", InventedFile.Directory(5000, 103));
        One("figures", InventedFile.Figures(50_000, 104));
        One("families", InventedFile.Families(50_000, 105));
        One("registry", InventedFile.Registry(10_000, 106));
    }

    private static void One(string name, InventedFile file)
    {
        var began = Stopwatch.GetTimestamp();
        var result = FileLinker.Link(new LinkRequest(file.File), null, CancellationToken.None).Value!;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var f = LinkFigures.Of(result, file.Gold);
        var half = f.Curve.LastOrDefault(p => p.Weight >= 0);
        var sure = f.Curve.Where(p => p.Precision >= Least).Select(p => p.Recall).DefaultIfEmpty(0).Max();
        var pairs = f.Calibration.Sum(c => c.Pairs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {file.File.Rows.Count:N0} | {f.BestF1:0.0000} | {f.AtWeight:0.0} | {F1(half):0.0000} | {sure:0.000} | {f.Curve[^1].Recall:0.000} | {f.Calibration.Sum(c => c.Pairs * Math.Abs(c.Stated - c.True)) / pairs:0.000} | {seconds:0.0} |"));
    }

    private static double F1(CurvePoint p) => p.Precision + p.Recall == 0 ? 0 : 2 * p.Precision * p.Recall / (p.Precision + p.Recall);
}
