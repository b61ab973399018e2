namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>Pairs of relatives and others who share a name's part, a place, an address, and are two people.</summary>
/// <param name="Prior">Log-odds of one person against relatives, before anything is compared.</param>
/// <param name="Shares">Share of such pairs on each level of each field.</param>
/// <param name="Weights">Natural logarithm of m over these shares.</param>
internal sealed record Relatives(double Prior, double[][] Shares, double[][] Weights);

/// <summary>Pairs of one person of which a row was written carelessly, so that several fields went wrong at once.</summary>
/// <param name="Prior">Log-odds of such a pair against strangers, before anything is compared.</param>
/// <param name="Shares">Share of such pairs on each level of each field.</param>
/// <param name="Weights">Natural logarithm of these shares over u.</param>
internal sealed record Careless(double Prior, double[][] Shares, double[][] Weights);

/// <summary>What each level of each field weighs (natural logarithm of m over u), and the prior log-odds that two rows are the same person.</summary>
internal sealed record LinkModel(double Prior, double[][] M, double[][] U, double[][] Weights)
{
    /// <summary>How much the rarity of agreed values counts.</summary>
    public double RarityFactor { get; init; } = 1;

    /// <summary>Null where relatives cannot be told from one person, or labels have said what counts.</summary>
    public Relatives? Relatives { get; init; }

    /// <summary>Null where labels have said what counts.</summary>
    public Careless? Careless { get; init; }

    public double Score(ReadOnlySpan<byte> levels, double rarity, double personalRarity)
    {
        var (strangers, relatives) = Both(levels, rarity, personalRarity);
        return Against(strangers, relatives);
    }

    /// <returns>Log-odds of one person against strangers, and against relatives (infinite where those are not told apart).</returns>
    public (double Strangers, double Relatives) Both(ReadOnlySpan<byte> levels, double rarity, double personalRarity)
    {
        var (careful, careless, relatives) = Sums(levels, rarity, personalRarity);
        return Join(careful, careless, relatives);
    }

    /// <returns>Log-odds of a carefully and of a carelessly written pair of one person against strangers; of the former against relatives.</returns>
    public (double Careful, double Careless, double Relatives) Sums(ReadOnlySpan<byte> levels, double rarity, double personalRarity)
    {
        var more = RarityFactor * rarity;
        var (careful, careless, relatives) = (Prior + more, (Careless?.Prior ?? double.NegativeInfinity) + more, (Relatives?.Prior ?? double.PositiveInfinity) + personalRarity);
        for (var f = 0; f < levels.Length; f++)
        {
            careful += Weights[f][levels[f]];
            if (Careless is { } c) careless += c.Weights[f][levels[f]];
            if (Relatives is { } r) relatives += r.Weights[f][levels[f]];
        }
        return (careful, careless, relatives);
    }

    public static (double Strangers, double Relatives) Join(double careful, double careless, double relatives)
    {
        var either = Either(careful, careless);
        return (either, relatives + either - careful);
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-Math.Clamp(logOdds, -700, 700)));

    /// <summary>Log-odds of either of two ways, from those of each.</summary>
    private static double Either(double one, double other) => Math.Max(one, other) + Math.Log(1 + Math.Exp(-Math.Abs(one - other)));

    /// <summary>Log-odds against either of two alternatives, from those against each.</summary>
    public static double Against(double strangers, double relatives)
    {
        var (less, more) = strangers < relatives ? (strangers, relatives) : (relatives, strangers);
        return less - Math.Log(1 + Math.Exp(less - more));
    }
}
