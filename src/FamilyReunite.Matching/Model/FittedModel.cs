using FamilyReunite.Matching.Comparison;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace FamilyReunite.Matching.Model;

/// <summary>A pair compared: one step a feature, and whether both are the same person.</summary>
/// <param name="Weight">How many ordinary pairs it counts for.</param>
internal readonly record struct LabelledPair(byte[] Steps, bool Same, float Weight = 1);

/// <summary>The logistic regression and its calibration, as ML.NET fits, keeps and applies them.</summary>
internal sealed class FittedModel
{
    private readonly MLContext _ml;
    private readonly FeatureSet _features;
    private readonly ITransformer _regression;
    private readonly ITransformer _calibration;
    private readonly DataViewSchema _schema;

    private FittedModel(MLContext ml, FeatureSet features, StepColumns columns, ITransformer regression, LinearBinaryModelParameters linear, ITransformer calibration, PlattCalibrator platt, DataViewSchema schema)
    {
        (_ml, _features, Columns, _regression, _calibration, _schema) = (ml, features, columns, regression, calibration, schema);
        (ColumnWeights, Prior) = ([.. linear.Weights], linear.Bias);
        (Slope, Offset) = (-platt.Slope, -platt.Offset);
    }

    public StepColumns Columns { get; }

    public IReadOnlyList<float> ColumnWeights { get; }

    public double Prior { get; }

    public double Slope { get; }

    public double Offset { get; }

    /// <summary>Fits, leaves out columns whose weight came out below zero, and fits again until none does; then calibrates on other persons.</summary>
    public static FittedModel Fit(FeatureSet features, IReadOnlyList<LabelledPair> pairs, IReadOnlyList<LabelledPair> calibration, int seed, double l2, IProgress<int>? rounds, CancellationToken ct)
    {
        var ml = new MLContext(seed);
        var columns = Observed(features, StepColumns.All(features), pairs);
        for (var round = 1; ; round++)
        {
            ct.ThrowIfCancellationRequested();
            rounds?.Report(round);
            var data = View(ml, columns, pairs);
            var regression = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                L1Regularization = 0, L2Regularization = (float)l2, NumberOfThreads = 1, OptimizationTolerance = 1e-6f, DenseOptimizer = true, ExampleWeightColumnName = nameof(PairRow.Weight),
            }).Fit(data);
            var linear = regression.Model.SubModel;
            var wrong = Wrong(columns, linear.Weights);
            if (wrong.Count > 0)
            {
                columns = columns.Without(features, wrong);
                continue;
            }
            var scored = regression.Transform(View(ml, columns, calibration));
            var platt = ml.BinaryClassification.Calibrators.Platt(exampleWeightColumnName: nameof(PairRow.Weight)).Fit(scored);
            return new FittedModel(ml, features, columns, regression, linear, platt, ((ISingleFeaturePredictionTransformer<PlattCalibrator>)platt).Model, data.Schema);
        }
    }

    public PairModel ToPairModel(string version) => new(version, _features.OrderHash, Prior, Columns.WeightsOf(ColumnWeights), Slope, Offset);

    public void Save(string path) => File.WriteAllBytes(path, ToZip());

    /// <summary>The ML.NET model as a zip file.</summary>
    public byte[] ToZip()
    {
        using var chain = new TransformerChain<ITransformer>(_regression, _calibration);
        using var zip = new MemoryStream();
        _ml.Model.Save(chain, _schema, zip);
        return zip.ToArray();
    }

    /// <summary>What the saved ML.NET model answers.</summary>
    public static IReadOnlyList<PairAnswer> Predict(string path, StepColumns columns, IReadOnlyList<byte[]> probes)
    {
        var ml = new MLContext(0);
        var model = ml.Model.Load(path, out _);
        var rows = View(ml, columns, [.. probes.Select(p => new LabelledPair(p, false))]);
        return [.. ml.Data.CreateEnumerable<PairAnswer>(model.Transform(rows), reuseRowObject: false)];
    }

    /// <summary>Columns that no pair shows would keep a weight that nothing supports.</summary>
    private static StepColumns Observed(FeatureSet features, StepColumns columns, IReadOnlyList<LabelledPair> pairs)
    {
        var seen = new int[columns.Count];
        foreach (var pair in pairs)
        {
            var x = columns.Encode(pair.Steps);
            for (var i = 0; i < x.Length; i++) seen[i] += x[i] != 0 ? 1 : 0;
        }
        return columns.Without(features, Enumerable.Range(0, columns.Count).Where(i => seen[i] == 0).ToHashSet());
    }

    /// <summary>Of each feature the column with the weight furthest below zero.</summary>
    private static HashSet<int> Wrong(StepColumns columns, IReadOnlyList<float> weights) =>
        [.. Enumerable.Range(0, weights.Count).Where(i => weights[i] < 0).GroupBy(columns.FeatureOf).Select(g => g.MinBy(i => weights[i]))];

    internal static IDataView View(MLContext ml, StepColumns columns, IReadOnlyList<LabelledPair> pairs)
    {
        var schema = SchemaDefinition.Create(typeof(PairRow));
        schema[nameof(PairRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns.Count);
        return ml.Data.LoadFromEnumerable(pairs.Select(p => new PairRow { Label = p.Same, Weight = p.Weight, Features = columns.Encode(p.Steps) }), schema);
    }
}
