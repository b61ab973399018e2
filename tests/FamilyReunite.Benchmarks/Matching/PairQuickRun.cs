using System.Diagnostics;
using System.Globalization;

namespace FamilyReunite.Benchmarks.Matching;

/// <summary>One line for the README: pairs a second on one thread.</summary>
internal static class PairQuickRun
{
    private const int Persons = 100;
    private const int Reports = 2000;

    public static void Run()
    {
        var pairs = new SimulatedPairs(Persons, Reports);
        Measure(pairs); // the second round finds everything compiled and every clue set prepared
        var (seconds, sum) = Measure(pairs);
        if (!double.IsFinite(sum)) throw new InvalidOperationException("A score is no number.");
        var c = CultureInfo.InvariantCulture;
        Console.WriteLine(string.Create(c, $"Workload: {Persons} simulated persons × {Reports:N0} simulated reports, every pair compared and explained in two languages, one thread."));
        Console.WriteLine("| pairs | µs/pair | pairs/s |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(string.Create(c, $"| {Persons * Reports:N0} | {seconds * 1e6 / (Persons * Reports):0.0} | {Persons * Reports / seconds:N0} |"));
    }

    private static (double Seconds, double Sum) Measure(SimulatedPairs pairs)
    {
        var (watch, sum) = (Stopwatch.StartNew(), 0.0);
        foreach (var p in pairs.Persons)
        {
            foreach (var r in pairs.Reports) sum += pairs.Scorer.Score(p, r).Probability;
        }
        return (watch.Elapsed.TotalSeconds, sum);
    }
}
