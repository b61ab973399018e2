using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Fellegi–Sunter weights by expectation maximisation. Pairs that retrieval left out count as strangers, so the prior is that of all pairs and
/// what retrieval favours biases nothing. u comes from random pairs, or, for agreement too rare to be met there, from the retrieved pairs believed strangers.
/// Of the pairs of one person some are carelessly written. Beside strangers there are relatives: two people who share a name's part and a place more often than chance has it.</summary>
internal sealed class EmFit(IReadOnlyList<Field> fields, LevelMatrix retrieved, LevelMatrix random, double allPairs, double likelyMatches)
{
    private const int Rounds = 30;

    /// <summary>As many pairs as the shares expected beforehand count for …</summary>
    private const double PriorPairs = 12;

    /// <summary>… and as many for every pair believed true, where fewer than three fields leave nothing that one could be checked by.</summary>
    private const double PriorShare = 2;

    /// <summary>The same of relatives: a tenth, so that they stay relatives.</summary>
    private const double RelativeShare = 0.1;

    private readonly LevelCounts _chance = Count(fields, random);
    private readonly bool _relatives = RelativeStart.Possible(fields);

    public LinkModel Fit(CancellationToken ct)
    {
        var start = fields.Select(f => Shares([.. f.Levels.Select(l => l.Prior)])).ToArray();
        var unrelated = Unrelated(Count(fields, retrieved), new LevelCounts(fields));
        var model = Model(start, unrelated, likelyMatches, null, likelyMatches, [.. fields.Select((_, i) => CarelessShares.Of(start[i], unrelated[i]))], CarelessShares.Start);
        var before = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var seen = Expectation.Of(fields, model, retrieved, null);
            model = Improve(seen);
            if (round > 5 && Math.Abs(seen.Matches - before) < 1e-4 * seen.Matches) break;
            before = seen.Matches;
        }
        return model;
    }

    /// <summary>One more step, from what the groups say of the retrieved pairs instead of what each pair says by itself.</summary>
    /// <param name="final">Log-odds of each retrieved pair.</param>
    public LinkModel Again(LinkModel model, Func<int, double> final) => Improve(Expectation.Of(fields, model, retrieved, final));

    private LinkModel Improve(Expectation seen)
    {
        var prior = PriorPairs + (fields.Count < 3 ? PriorShare * seen.Matches : 0);
        var expected = fields.Select(f => f.Levels.Select(l => l.Prior).ToArray()).ToArray();
        var all = fields.Select((_, i) => Learnt(seen.Same.Of(i), expected[i], prior)).ToArray();
        var careful = fields.Select((_, i) => Learnt([.. seen.Same.Of(i).Zip(seen.Careless.Of(i), (s, c) => Math.Max(0, s - c))], expected[i], prior)).ToArray();
        var u = Unrelated(seen.Strangers, seen.Same);
        var careless = fields.Select((_, i) => CarelessShares.Of(all[i], u[i])).ToArray();
        return Model(careful, u, Math.Max(1, seen.Matches), seen.Relatives, Math.Max(1, seen.RelativePairs), careless, Math.Clamp(seen.CarelessPairs / Math.Max(1e-9, seen.Matches), .01, CarelessShares.Most));
    }

    private LinkModel Model(double[][] m, double[][] u, double matches, LevelCounts? relatives, double relativePairs, double[][] careless, double share)
    {
        var odds = Math.Log(matches / Math.Max(1, allPairs - matches));
        var model = new LinkModel(odds + Math.Log(1 - share), m, u, Weights(m, u)) { Careless = new Careless(odds + Math.Log(share), careless, Weights(careless, u)) };
        if (!_relatives) return model;
        var shares = fields.Select((f, i) => RelativeStart.Of(f, m[i], u[i])).ToArray();
        if (relatives is not null)
            for (var f = 0; f < fields.Count; f++)
                if (!fields[f].IsPersonal) shares[f] = Learnt(relatives.Of(f), shares[f], PriorPairs + RelativeShare * relativePairs);
        return model with { Relatives = new Relatives(Math.Log(matches * (1 - share) / relativePairs), shares, Weights(m, shares)) };
    }

    private double[][] Weights(double[][] m, double[][] other)
    {
        var weights = new double[fields.Count][];
        for (var f = 0; f < fields.Count; f++)
        {
            weights[f] = new double[m[f].Length];
            for (var l = 1; l < m[f].Length; l++) weights[f][l] = Math.Clamp(Math.Log(Math.Max(m[f][l], 1e-9) / Math.Max(other[f][l], 1e-12)), -9, 20);
            LevelOrder.Keep(weights[f], m[f], other[f], fields[f].Order);
        }
        return weights;
    }

    private double[][] Unrelated(LevelCounts strangers, LevelCounts same)
    {
        var u = new double[fields.Count][];
        var factor = allPairs / Math.Max(1, random.Count);
        for (var f = 0; f < fields.Count; f++)
        {
            var (levels, chance, retrievedStrangers, retrievedSame) = (fields[f].Levels, _chance.Of(f), strangers.Of(f), same.Of(f));
            u[f] = new double[levels.Count];
            for (var l = 1; l < levels.Count; l++)
            {
                var drawn = Math.Max(0, chance[l] * factor - retrievedSame[l]) * (chance[l] >= 10 ? 1 : 0.5);
                u[f][l] = Math.Max(Math.Max(drawn, retrievedStrangers[l]), levels[l].Chance * allPairs) + 0.5;
            }
            u[f] = Shares(u[f]);
        }
        return u;
    }

    private static double[] Learnt(double[] counts, double[] expected, double prior)
    {
        var shares = new double[counts.Length];
        for (var l = 1; l < counts.Length; l++) shares[l] = counts[l] + prior * expected[l] + 1e-6;
        return Shares(shares);
    }

    private static LevelCounts Count(IReadOnlyList<Field> fields, LevelMatrix matrix)
    {
        var counts = new LevelCounts(fields);
        for (var i = 0; i < matrix.Count; i++) counts.Add(matrix.Levels(i), 1);
        return counts;
    }

    /// <summary>Shares of the levels that say something; they sum to 1.</summary>
    private static double[] Shares(double[] counts)
    {
        var sum = counts.Skip(1).Sum();
        for (var l = 1; l < counts.Length; l++) counts[l] = sum > 0 ? counts[l] / sum : 0;
        counts[0] = 0;
        return counts;
    }
}
