using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>What each level of each field weighs (natural logarithm of m over u), and the prior log-odds that two rows are the same person.</summary>
internal sealed record LinkModel(double Prior, double[][] M, double[][] U, double[][] Weights)
{
    /// <summary>How much the rarity of agreed values counts.</summary>
    public double RarityFactor { get; init; } = 1;

    public double Score(ReadOnlySpan<byte> levels, double rarity)
    {
        var sum = Prior + RarityFactor * rarity;
        for (var f = 0; f < levels.Length; f++) sum += Weights[f][levels[f]];
        return sum;
    }

    /// <summary>The log-odds of two rows, compared on the spot.</summary>
    public double Score(IReadOnlyList<Field> fields, int a, int b)
    {
        var sum = Prior;
        for (var f = 0; f < fields.Count; f++)
        {
            var level = fields[f].Compare(a, b, out var rarity);
            sum += Weights[f][level] + RarityFactor * rarity;
        }
        return sum;
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-Math.Clamp(logOdds, -700, 700)));
}
