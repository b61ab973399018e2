namespace FamilyReunite.Matching.Evaluation;

/// <summary>All candidate pairs by falling probability, put in order once, however often persons are drawn anew.</summary>
internal sealed class RankedPairs(IReadOnlyList<QueryResult> results)
{
    private readonly (double Probability, bool Same, int Person)[] _pairs = [.. results.SelectMany((r, i) => r.Candidates.Select(c => (c.Probability, c.Same, i))).OrderByDescending(p => p.Probability)];

    /// <summary>As <see cref="PairFigures.AveragePrecision"/>; not a number when nobody drawn has a report.</summary>
    public double AveragePrecision(int[] drawn)
    {
        double positives = 0;
        for (var i = 0; i < drawn.Length; i++) positives += results[i].HasMate ? drawn[i] : 0;
        var sum = 0.0;
        Walk(drawn, (same, hits, seen) => sum += same * hits / seen);
        return sum / positives;
    }

    /// <summary>At most so many points of the curve, each where a true pair is taken in.</summary>
    public IReadOnlyList<RecallPoint> Curve(int most)
    {
        var positives = results.Count(r => r.HasMate);
        var points = new List<RecallPoint>();
        if (positives == 0) return points;
        Walk([.. Enumerable.Repeat(1, results.Count)], (same, hits, seen) =>
        {
            if (same > 0) points.Add(new RecallPoint(hits / positives, hits / seen));
        });
        var step = Math.Max(1, points.Count / most);
        return [.. points.Where((_, i) => i % step == 0 || i == points.Count - 1)];
    }

    /// <summary>Takes pairs of equal probability in at once.</summary>
    private void Walk(int[] drawn, Action<double, double, double> group)
    {
        var (hits, seen) = (0.0, 0.0);
        for (var i = 0; i < _pairs.Length;)
        {
            var (at, same, all) = (_pairs[i].Probability, 0.0, 0.0);
            for (; i < _pairs.Length && _pairs[i].Probability == at; i++)
            {
                var times = drawn[_pairs[i].Person];
                (same, all) = (same + (_pairs[i].Same ? times : 0), all + times);
            }
            if (all == 0) continue;
            (hits, seen) = (hits + same, seen + all);
            group(same, hits, seen);
        }
    }
}
