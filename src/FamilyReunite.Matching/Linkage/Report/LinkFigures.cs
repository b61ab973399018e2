namespace FamilyReunite.Matching.Linkage.Report;

/// <summary>A point of the precision–recall curve.</summary>
public readonly record struct CurvePoint(double Weight, double Precision, double Recall);

/// <summary>Ten steps of stated probability: how many pairs, the mean stated, the share that is true.</summary>
public readonly record struct CalibrationStep(int Pairs, double Stated, double True);

/// <summary>Links measured against the true ones. True links that were not written count as missed.</summary>
/// <param name="AtWeight">The weight from which on F1 is best.</param>
public sealed record LinkFigures(double BestF1, double Precision, double Recall, double AtWeight, IReadOnlyList<CurvePoint> Curve, IReadOnlyList<CalibrationStep> Calibration)
{
    /// <summary>The true links not written.</summary>
    public required IReadOnlyList<(string Left, string Right)> Missed { get; init; }

    public static LinkFigures Of(LinkResult result, IReadOnlyList<NamedPair> gold)
    {
        var truth = gold.Where(g => g.Left != g.Right).Select(g => Key(g.Left, g.Right)).ToHashSet();
        var (found, seen, best, calibration) = (0, 0, new CurvePoint(0, 0, 0), new (int N, double P, int T)[10]);
        var (curve, bestF1, missed) = (new List<CurvePoint>(), 0.0, new HashSet<(string, string)>(truth));
        for (var i = 0; i < result.Links.Count; i++)
        {
            var link = result.Links[i];
            var isTrue = truth.Contains(Key(link.Left, link.Right));
            if (isTrue) missed.Remove(Key(link.Left, link.Right));
            seen++;
            found += isTrue ? 1 : 0;
            ref var step = ref calibration[Math.Min(9, (int)(link.Probability * 10))];
            step = (step.N + 1, step.P + link.Probability, step.T + (isTrue ? 1 : 0));
            if (i + 1 < result.Links.Count && result.Links[i + 1].Weight == link.Weight) continue;
            var point = new CurvePoint(link.Weight, (double)found / seen, truth.Count == 0 ? 0 : (double)found / truth.Count);
            curve.Add(point);
            var f1 = 2.0 * found / (seen + truth.Count);
            if (f1 > bestF1) (bestF1, best) = (f1, point);
        }
        return new LinkFigures(bestF1, best.Precision, best.Recall, best.Weight, curve, [.. calibration.Select(c => new CalibrationStep(c.N, c.P / Math.Max(1, c.N), (double)c.T / Math.Max(1, c.N)))]) { Missed = [.. missed.Order()] };
    }

    /// <summary>Ids in an order of their own, because a link has no direction in one file.</summary>
    internal static (string, string) Key(string left, string right) => string.CompareOrdinal(left, right) <= 0 ? (left, right) : (right, left);
}
