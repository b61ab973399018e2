namespace FamilyReunite.Matching.Evaluation;

/// <summary>Figures over scored pairs.</summary>
internal static class PairFigures
{
    public const int Bins = 10;

    /// <summary>Average precision; pairs of equal probability are taken in at once.</summary>
    /// <param name="positives">All true pairs there are, those never retrieved included.</param>
    public static double AveragePrecision(IReadOnlyCollection<(double Probability, bool Same)> pairs, int positives)
    {
        var (sum, hits, seen) = (0.0, 0, 0);
        foreach (var group in pairs.GroupBy(p => p.Probability).OrderByDescending(g => g.Key))
        {
            var same = group.Count(p => p.Same);
            seen += group.Count();
            hits += same;
            sum += same * (double)hits / seen;
        }
        return positives == 0 ? 0 : sum / positives;
    }

    public static double Brier(IReadOnlyCollection<(double Probability, bool Same)> pairs) =>
        pairs.Count == 0 ? 0 : pairs.Average(p => Math.Pow(p.Probability - (p.Same ? 1 : 0), 2));

    public static IReadOnlyList<CalibrationBin> Calibration(IReadOnlyCollection<(double Probability, bool Same)> pairs) =>
        [.. pairs.GroupBy(p => Math.Min(Bins - 1, (int)(p.Probability * Bins))).OrderBy(g => g.Key)
            .Select(g => new CalibrationBin((double)g.Key / Bins, g.Count(), g.Average(p => p.Probability), (double)g.Count(p => p.Same) / g.Count()))];

    public static double Ece(IReadOnlyCollection<CalibrationBin> bins)
    {
        var pairs = bins.Sum(b => b.Pairs);
        return pairs == 0 ? 0 : bins.Sum(b => (double)b.Pairs / pairs * Math.Abs(b.Predicted - b.Observed));
    }
}
