using System.Globalization;
using FamilyReunite.Matching.Linkage.Invented;
using FamilyReunite.Matching.Linkage.Tables;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>What each of <see cref="NameFigures"/> weighs: a logistic regression without negative weights, fitted to <see cref="InventedPairs"/>.</summary>
internal sealed record NameWeights(double Bias, IReadOnlyList<double> Weights)
{
    public const int Seed = 20_262;
    public const int Pairs = 40_000;

    private static readonly Lazy<NameWeights> Committed = new(Load);

    /// <summary>The committed ones (<c>name-weights.tsv</c>).</summary>
    public static NameWeights Default => Committed.Value;

    public double Score(NameFigures figures)
    {
        var (sum, vector) = (Bias, figures.ToVector());
        for (var i = 0; i < vector.Length; i++) sum += Weights[i] * vector[i];
        return sum;
    }

    /// <summary>Fits anew; the same pairs give the same weights.</summary>
    public static NameWeights Fit(int seed, int pairs)
    {
        var ml = new MLContext(seed);
        var rows = InventedPairs.Make(seed, pairs).Select(p => new Row { Label = p.Same, Features = NameFigures.Of(p.Left, p.Right).ToVector() }).ToList();
        var linear = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = 0, L2Regularization = 0.1f, NumberOfThreads = 1, EnforceNonNegativity = true })
            .Fit(ml.Data.LoadFromEnumerable(rows)).Model.SubModel;
        return new NameWeights(linear.Bias, [.. linear.Weights.Select(w => Math.Max(0, (double)w))]);
    }

    private static NameWeights Load()
    {
        var rows = LinkageTable.Rows("name-weights.tsv").Select(r => double.Parse(r[1], CultureInfo.InvariantCulture)).ToList();
        return new NameWeights(rows[0], rows[1..]);
    }

    private sealed class Row
    {
        public bool Label { get; set; }

        [VectorType(NameFigures.Count)]
        public float[] Features { get; set; } = [];
    }
}
