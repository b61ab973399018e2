namespace FamilyReunite.Matching.Evaluation;

/// <summary>Works the details of an evaluation out of each person's results.</summary>
internal sealed class DetailMaker(IReadOnlyList<QueryResult> results, int seed)
{
    private const int MostPoints = 200;
    private static readonly (string Name, int From, int To)[] ClueBands = [("clues-0-3", 0, 3), ("clues-4-6", 4, 6), ("clues-7-9", 7, 9), ("clues-10", 10, int.MaxValue)];
    private static readonly (string Name, int From, int To)[] PairBands = [("pair-0-2", 0, 2), ("pair-3-5", 3, 5), ("pair-6-8", 6, 8), ("pair-9", 9, int.MaxValue)];
    private static readonly double[] Lines = [0.7, 0.5, 0.3, 0.1, 0.03, 0.01];

    private readonly Bootstrap _draws = new(results.Count, seed);

    public DetailFigures Make()
    {
        var ranked = new RankedPairs(results);
        var mated = results.Where(r => r.HasMate).ToList();
        var groups = new List<GroupFigures> { Group("all", _ => true) };
        groups.AddRange(mated.Select(r => r.Stratum!).Distinct().Order(StringComparer.Ordinal).Select(s => Group(s, r => r.Stratum == s)));
        groups.AddRange(ClueBands.Select(b => Group(b.Name, r => r.Clues >= b.From && r.Clues <= b.To)).Where(g => g.Persons > 0));
        return new DetailFigures(groups, Amounts(), [.. Lines.Select(Line)], _draws.Of(ranked.AveragePrecision), Brier(), _draws.Of(Ece),
            [.. DetailFigures.Depths.Select(k => Share(mated, r => r.RetrievedAt <= k))], ranked.Curve(MostPoints), Share(results, r => r.FirstIsTied), Share([.. mated.Where(r => r.RetrievedAt is not null)], r => r.MateIsTied));
    }

    private GroupFigures Group(string name, Func<QueryResult, bool> belongs)
    {
        var inside = results.Select(r => r.HasMate && belongs(r) ? 1.0 : 0).ToList();
        Interval? Of(Func<QueryResult, bool> hit) => _draws.Ratio([.. results.Select((r, i) => hit(r) ? inside[i] : 0)], inside);
        return new GroupFigures(name, (int)inside.Sum(), Of(r => r.RankOfMate is 1), Of(r => r.RankOfMate is <= 5), Of(r => r.RankOfMate is <= 10), Of(r => r.RetrievedAt is <= 50), Of(r => r.RetrievedAt is <= 300));
    }

    private IReadOnlyList<AmountFigures> Amounts() =>
    [
        .. PairBands.Select(b => (b.Name, Pairs: results.SelectMany(r => r.Candidates).Where(c => c.Compared >= b.From && c.Compared <= b.To).ToList())).Where(b => b.Pairs.Count > 0)
            .Select(b => new AmountFigures(b.Name, b.Pairs.Count, b.Pairs.Count(c => c.Same), b.Pairs.Average(c => c.Probability), (double)b.Pairs.Count(c => c.Same) / b.Pairs.Count)),
    ];

    private LineFigures Line(double from)
    {
        var opened = results.Select(r => (double)r.Candidates.Count(c => c.Probability >= from && !IsBehindMate(r, c, from))).ToList();
        var found = results.Select(r => r.Candidates.Any(c => c.Same && c.Probability >= from) ? 1.0 : 0).ToList();
        var alone = results.Select(r => r.HasMate ? 0 : 1.0).ToList();
        return new LineFigures(from, _draws.Ratio(found, [.. results.Select(r => r.HasMate ? 1.0 : 0)]), _draws.Ratio(opened, found), _draws.Ratio([.. results.Select((r, i) => alone[i] * r.Candidates.Count(c => c.Probability >= from))], alone));
    }

    /// <summary>Nobody opens what stands below the right one once it is found.</summary>
    private static bool IsBehindMate(QueryResult r, ScoredCandidate c, double from) => r.Candidates.Any(m => m.Same && m.Probability >= from && m.Probability > c.Probability);

    private Interval? Brier() => _draws.Ratio([.. results.Select(r => r.Candidates.Sum(c => Math.Pow(c.Probability - (c.Same ? 1 : 0), 2)))], [.. results.Select(r => (double)r.Candidates.Count)]);

    private double Ece(int[] drawn)
    {
        var bins = new (double Pairs, double Stated, double True)[PairFigures.Bins];
        for (var i = 0; i < drawn.Length; i++)
        {
            if (drawn[i] == 0) continue;
            foreach (var c in results[i].Candidates)
            {
                ref var bin = ref bins[Math.Min(PairFigures.Bins - 1, (int)(c.Probability * PairFigures.Bins))];
                bin = (bin.Pairs + drawn[i], bin.Stated + drawn[i] * c.Probability, bin.True + (c.Same ? drawn[i] : 0));
            }
        }
        return bins.Sum(b => Math.Abs(b.Stated - b.True)) / bins.Sum(b => b.Pairs);
    }

    private static double Share(IReadOnlyCollection<QueryResult> of, Func<QueryResult, bool> which) => of.Count == 0 ? 0 : (double)of.Count(which) / of.Count;
}
