using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>What the retrieved pairs are believed to be: counts by level of one person, of strangers, of relatives.</summary>
internal sealed class Expectation(IReadOnlyList<Field> fields)
{
    private const int MostPairs = 120_000;
    private const int Parts = 4;

    public LevelCounts Same { get; } = new(fields);

    /// <summary>One person, written carelessly; counted in <see cref="Same"/> as well.</summary>
    public LevelCounts Careless { get; } = new(fields);

    public LevelCounts Strangers { get; } = new(fields);

    public LevelCounts Relatives { get; } = new(fields);

    public double Matches { get; private set; }

    public double CarelessPairs { get; private set; }

    public double RelativePairs { get; private set; }

    /// <param name="final">Log-odds of each pair where more is known than the model says; null to take the model's.</param>
    public static Expectation Of(IReadOnlyList<Field> fields, LinkModel model, LevelMatrix pairs, Func<int, double>? final)
    {
        var (sum, gate, stride) = (new Expectation(fields), new Lock(), Math.Max(1, pairs.Count / MostPairs));
        Parallel.For(0, Parts, part =>
        {
            var own = new Expectation(fields);
            for (var i = part * stride; i < pairs.Count; i += Parts * stride) own.Add(model, pairs, i, final, stride);
            lock (gate) sum.Add(own);
        });
        return sum;
    }

    private void Add(LinkModel model, LevelMatrix pairs, int pair, Func<int, double>? final, double weight)
    {
        var levels = pairs.Levels(pair);
        var (careful, careless, kin) = model.Sums(levels, pairs.Rarity(pair), pairs.PersonalRarity(pair));
        var (strangers, relatives) = LinkModel.Join(careful, careless, kin);
        var same = LinkModel.Probability(final?.Invoke(pair) ?? LinkModel.Against(strangers, relatives));
        var related = (1 - same) * LinkModel.Probability(strangers - relatives);
        Same.Add(levels, same * weight);
        var wild = same * LinkModel.Probability(careless - careful);
        Careless.Add(levels, wild * weight);
        CarelessPairs += wild * weight;
        Relatives.Add(levels, related * weight);
        Strangers.Add(levels, (1 - same - related) * weight);
        Matches += same * weight;
        RelativePairs += related * weight;
    }

    private void Add(Expectation other)
    {
        Same.Add(other.Same);
        Careless.Add(other.Careless);
        CarelessPairs += other.CarelessPairs;
        Strangers.Add(other.Strangers);
        Relatives.Add(other.Relatives);
        Matches += other.Matches;
        RelativePairs += other.RelativePairs;
    }
}
