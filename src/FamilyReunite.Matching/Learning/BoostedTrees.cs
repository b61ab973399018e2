using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace FamilyReunite.Matching.Learning;

/// <summary>Boosted trees over the same columns: they see how features go together, which a sum of weights cannot. Fitted by LightGBM through ML.NET, walked by ourselves.</summary>
internal sealed class BoostedTrees
{
    private const int Leaves = 16;
    private const int Rounds = 150;
    private const double LearningRate = 0.08;

    /// <summary>A leaf that stands on fewer pairs is chance.</summary>
    private const int FewestInLeaf = 30;

    private readonly StepColumns _columns;
    private readonly Tree[] _trees;
    private readonly double _bias;
    private readonly double _slope;
    private readonly double _offset;

    private BoostedTrees(StepColumns columns, Tree[] trees, double bias, double slope, double offset) => (_columns, _trees, _bias, _slope, _offset) = (columns, trees, bias, slope, offset);

    /// <exception cref="DllNotFoundException">LightGBM's native library cannot be loaded on this system.</exception>
    public static BoostedTrees Fit(FeatureSet features, IReadOnlyList<LabelledPair> pairs, IReadOnlyList<LabelledPair> calibration, int seed)
    {
        var (ml, columns) = (new MLContext(seed), StepColumns.All(features));
        var fitted = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfLeaves = Leaves, NumberOfIterations = Rounds, LearningRate = LearningRate, MinimumExampleCountPerLeaf = FewestInLeaf, ExampleWeightColumnName = nameof(PairRow.Weight),
            NumberOfThreads = 1, Deterministic = true, Seed = seed, UseZeroAsMissingValue = false, HandleMissingValue = false, Silent = true,
        }).Fit(FittedModel.View(ml, columns, pairs));
        var ensemble = fitted.Model.SubModel.TrainedTreeEnsemble;
        var trees = ensemble.Trees.Select((t, i) => Tree.Of(t, ensemble.TreeWeights[i])).ToArray();
        var platt = ((ISingleFeaturePredictionTransformer<PlattCalibrator>)ml.BinaryClassification.Calibrators.Platt(exampleWeightColumnName: nameof(PairRow.Weight)).Fit(fitted.Transform(FittedModel.View(ml, columns, calibration)))).Model;
        return new BoostedTrees(columns, trees, ensemble.Bias, -platt.Slope, -platt.Offset);
    }

    public double Score(ReadOnlySpan<byte> steps)
    {
        var x = _columns.Encode(steps);
        var score = _bias;
        foreach (var tree in _trees) score += tree.At(x);
        return score;
    }

    public double Probability(ReadOnlySpan<byte> steps) => 1 / (1 + Math.Exp(-(_slope * Score(steps) + _offset)));

    /// <summary>Children below zero are leaves, counted from −1.</summary>
    private sealed record Tree(int[] Left, int[] Right, int[] Column, float[] Threshold, double[] Leaf)
    {
        public static Tree Of(RegressionTree t, double weight) => new([.. t.LeftChild], [.. t.RightChild], [.. t.NumericalSplitFeatureIndexes], [.. t.NumericalSplitThresholds], [.. t.LeafValues.Select(v => v * weight)]);

        public double At(float[] x)
        {
            if (Left.Length == 0) return Leaf[0];
            var node = 0;
            while (node >= 0) node = x[Column[node]] <= Threshold[node] ? Left[node] : Right[node];
            return Leaf[~node];
        }
    }
}
