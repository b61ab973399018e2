using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Fellegi–Sunter weights by expectation maximisation. Pairs that retrieval left out count as unrelated, so the prior is that of all pairs and
/// what retrieval favours biases nothing. u comes from random pairs, or, for agreement too rare to be met there, from the retrieved pairs believed unrelated.</summary>
internal sealed class EmFit(IReadOnlyList<Field> fields, LevelMatrix retrieved, LevelMatrix random, double allPairs, double likelyMatches)
{
    private const int MostPairs = 250_000;
    private const int Rounds = 30;

    /// <summary>As many pairs as the shares expected beforehand count for …</summary>
    private const double PriorPairs = 12;

    /// <summary>… and as many for every pair believed true, where fewer than three fields leave nothing that one could be checked by.</summary>
    private const double PriorShare = 2;

    private readonly bool _thin = fields.Count < 3;

    private readonly LevelCounts _chance = Count(fields, random);
    private readonly int _stride = Math.Max(1, retrieved.Count / MostPairs);

    public LinkModel Fit(CancellationToken ct)
    {
        var m = fields.Select(f => Shares([.. f.Levels.Select(l => l.Prior)])).ToArray();
        var model = Model(m, Unrelated(Count(fields, retrieved), new LevelCounts(fields)), likelyMatches);
        var before = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var current = model;
            var (same, other, matches) = Expect(pair => current.Score(retrieved.Levels(pair), retrieved.Rarity(pair)));
            for (var f = 0; f < fields.Count; f++) m[f] = Related(same.Of(f), fields[f].Levels, PriorPairs + (_thin ? PriorShare * matches : 0));
            model = Model(m, Unrelated(other, same), Math.Max(1, matches));
            if (round > 5 && Math.Abs(matches - before) < 1e-4 * matches) break;
            before = matches;
        }
        return model;
    }

    /// <summary>One more step, from what the groups say of the retrieved pairs instead of what each pair says by itself.</summary>
    /// <param name="final">Log-odds of each retrieved pair.</param>
    public LinkModel Again(Func<int, double> final)
    {
        var m = new double[fields.Count][];
        var (same, other, matches) = Expect(final);
        for (var f = 0; f < fields.Count; f++) m[f] = Related(same.Of(f), fields[f].Levels, PriorPairs + (_thin ? PriorShare * matches : 0));
        return Model(m, Unrelated(other, same), Math.Max(1, matches));
    }

    private (LevelCounts Same, LevelCounts Other, double Matches) Expect(Func<int, double> logOdds)
    {
        var (same, other, matches, scale) = (new LevelCounts(fields), new LevelCounts(fields), 0.0, (double)_stride);
        var gate = new Lock();
        var steps = (retrieved.Count + _stride - 1) / _stride;
        const int Parts = 4;
        Parallel.For(0, Parts, part =>
        {
            var (s, o, sum) = (new LevelCounts(fields), new LevelCounts(fields), 0.0);
            for (var i = part; i < steps; i += Parts)
            {
                var levels = retrieved.Levels(i * _stride);
                var p = LinkModel.Probability(logOdds(i * _stride));
                s.Add(levels, p * scale);
                o.Add(levels, (1 - p) * scale);
                sum += p * scale;
            }
            lock (gate)
            {
                same.Add(s);
                other.Add(o);
                matches += sum;
            }
        });
        return (same, other, matches);
    }

    private double[][] Unrelated(LevelCounts other, LevelCounts same)
    {
        var u = new double[fields.Count][];
        var factor = allPairs / Math.Max(1, random.Count);
        for (var f = 0; f < fields.Count; f++)
        {
            var (levels, chance, retrievedOther, retrievedSame) = (fields[f].Levels, _chance.Of(f), other.Of(f), same.Of(f));
            u[f] = new double[levels.Count];
            for (var l = 1; l < levels.Count; l++)
            {
                var drawn = Math.Max(0, chance[l] * factor - retrievedSame[l]) * (chance[l] >= 10 ? 1 : 0.5);
                u[f][l] = Math.Max(Math.Max(drawn, retrievedOther[l]), levels[l].Chance * allPairs) + 0.5;
            }
            u[f] = Shares(u[f]);
        }
        return u;
    }

    private static double[] Related(double[] counts, IReadOnlyList<Level> levels, double prior)
    {
        var shares = new double[counts.Length];
        for (var l = 1; l < counts.Length; l++) shares[l] = counts[l] + prior * levels[l].Prior + 1e-6;
        return Shares(shares);
    }

    private LinkModel Model(double[][] m, double[][] u, double matches)
    {
        var weights = new double[fields.Count][];
        for (var f = 0; f < fields.Count; f++)
        {
            weights[f] = new double[m[f].Length];
            for (var l = 1; l < m[f].Length; l++) weights[f][l] = Math.Clamp(Math.Log(Math.Max(m[f][l], 1e-9) / u[f][l]), -9, 20);
            LevelOrder.Keep(weights[f], m[f], u[f], fields[f].Order);
        }
        return new LinkModel(Math.Log(matches / Math.Max(1, allPairs - matches)), [.. m], u, weights);
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
