namespace FamilyReunite.Matching.Model;

/// <summary>Weights that ML.NET fitted, as the scorer uses them.</summary>
/// <param name="FeatureHash">Hash over features and steps in order, see the card.</param>
/// <param name="Prior">Log-odds of a pair about which nothing is known.</param>
/// <param name="Weights">Log-odds by feature and step, in order; step 0, nothing to compare, weighs exactly 0.</param>
/// <param name="Slope">Calibration: probability = 1 / (1 + exp(−(Slope × score + Offset))); above 0, so that probability rises with the score.</param>
public sealed record PairModel(string Version, string FeatureHash, double Prior, IReadOnlyList<double[]> Weights, double Slope, double Offset)
{
    public double Probability(double score) => 1 / (1 + Math.Exp(-(Slope * score + Offset)));
}
