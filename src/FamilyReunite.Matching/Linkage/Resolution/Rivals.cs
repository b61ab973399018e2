namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>Two files: where a side holds nobody twice, the candidates of a row on the other side are rivals, and the odds of one are shared with the others.</summary>
internal static class Rivals
{
    /// <summary>Of the rows with a sure partner, at most this share may have a second one on a side without duplicates.</summary>
    private const double Seldom = 0.03;

    private const double Sure = 3;
    private const double MostWithPartner = 0.9;

    /// <returns>Which sides were found to hold nobody twice.</returns>
    public static (bool LeftUnique, bool RightUnique) Weigh(ScoredPair[] pairs, int left, int rows)
    {
        // a right row with two sure left partners says that the left file holds somebody twice
        var leftUnique = Twice(pairs, rows, p => p.B) <= Seldom;
        var rightUnique = Twice(pairs, rows, p => p.A) <= Seldom;
        var shift = Shift(pairs, left, rows - left, leftUnique, rightUnique);
        for (var i = 0; i < pairs.Length; i++) pairs[i] = pairs[i] with { Own = pairs[i].Own + shift };
        var (ofA, ofB) = (Total(pairs, rows, p => p.A), Total(pairs, rows, p => p.B));
        for (var i = 0; i < pairs.Length; i++)
        {
            var p = pairs[i];
            var own = Odds(p.Own);
            var weight = (double)p.Own;
            if (rightUnique) weight -= Math.Log(1 + Math.Max(0, ofA[p.A] - own));
            if (leftUnique) weight -= Math.Log(1 + Math.Max(0, ofB[p.B] - own));
            pairs[i] = p with { Weight = (float)weight };
        }
        return (leftUnique, rightUnique);
    }

    /// <summary>Where a row can have one partner only, a pair stands against "no partner at all", which is the rarer the more rows have one.</summary>
    private static float Shift(ScoredPair[] pairs, int left, int right, bool leftUnique, bool rightUnique)
    {
        var matches = pairs.Sum(p => 1 / (1 + Math.Exp(-Math.Clamp(p.Own, -700.0, 700))));
        double Alone(int rows) => Math.Log(1 - Math.Min(MostWithPartner, matches / rows));
        return (float)-((rightUnique ? Alone(left) : 0) + (leftUnique ? Alone(right) : 0));
    }

    private static double Twice(ScoredPair[] pairs, int rows, Func<ScoredPair, int> side)
    {
        var sure = new int[rows];
        foreach (var p in pairs)
            if (p.Own > Sure) sure[side(p)]++;
        var (one, more) = (sure.Count(s => s > 0), sure.Count(s => s > 1));
        return one == 0 ? 0 : (double)more / one;
    }

    private static double[] Total(ScoredPair[] pairs, int rows, Func<ScoredPair, int> side)
    {
        var total = new double[rows];
        foreach (var p in pairs) total[side(p)] += Odds(p.Own);
        return total;
    }

    private static double Odds(double logOdds) => Math.Exp(Math.Min(logOdds, 300));
}
