using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace FamilyReunite.Matching.Linkage.Labels;

/// <summary>Learns from judged pairs: a logistic regression over each field's weight. It is used only where it foretells the labels of pairs that it has not seen better than the weights learnt without labels.</summary>
internal sealed class LabelFit(IReadOnlyList<Field> fields, LinkModel model)
{
    /// <summary>Judged pairs of either kind below which nothing is learnt.</summary>
    private const int Few = 15;

    private const int Folds = 5;
    private const int Seed = 7;

    /// <returns>The model to use, and what to tell the reader.</returns>
    public (LinkModel Model, IReadOnlyList<Problem> Notes) Fit(IReadOnlyList<NumberedPair> labels, CancellationToken ct)
    {
        var notes = new List<Problem>();
        var agreed = labels.GroupBy(l => (l.A, l.B)).Where(g => g.All(l => l.Same == g.First().Same)).Select(g => g.First()).OrderBy(l => l.A).ThenBy(l => l.B).ToList();
        var odds = labels.Select(l => (l.A, l.B)).Distinct().Count() - agreed.Count;
        if (odds > 0) notes.Add(new Problem("link.label-odds", "labels", odds));
        if (agreed.Count(l => l.Same) < Few || agreed.Count(l => !l.Same) < Few) return (model, [.. notes, new Problem("link.labels-few", "labels", agreed.Count(l => l.Same), agreed.Count(l => !l.Same), Few)]);
        var rows = Rows(agreed);
        var (with, without) = (0.0, 0.0);
        for (var fold = 0; fold < Folds; fold++)
        {
            ct.ThrowIfCancellationRequested();
            var learnt = Learn([.. rows.Where((_, i) => i % Folds != fold)]);
            foreach (var row in rows.Where((_, i) => i % Folds == fold))
            {
                with += Loss(learnt.Bias + row.Features.Zip(learnt.Factors, (x, w) => (double)x * w).Sum(), row.Label);
                without += Loss(model.Prior + row.Features.Sum(), row.Label);
            }
        }
        if (with >= without) return (model, [.. notes, new Problem("link.labels-worse", "labels", without / rows.Count, with / rows.Count)]);
        var all = Learn(rows);
        var weights = model.Weights.Select((w, f) => w.Select(x => x * all.Factors[f]).ToArray()).ToArray();
        return (model with { Relatives = null, Careless = null, Weights = weights, Prior = all.Bias, RarityFactor = all.Factors[^1] }, [.. notes, new Problem("link.labels-used", "labels", rows.Count, without / rows.Count, with / rows.Count)]);
    }

    private List<Row> Rows(List<NumberedPair> labels)
    {
        var matrix = LevelMatrix.Compare(fields, new CandidatePairs([.. labels.Select(l => l.A)], [.. labels.Select(l => l.B)]), null, CancellationToken.None);
        return [.. labels.Select((l, i) => new Row { Label = l.Same, Features = [.. fields.Select((_, f) => (float)model.Weights[f][matrix.Levels(i)[f]]), matrix.Rarity(i)] })];
    }

    /// <summary>No factor may turn agreement into a reason against.</summary>
    private (double Bias, double[] Factors) Learn(List<Row> rows)
    {
        var ml = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, fields.Count + 1);
        var fitted = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = 0, L2Regularization = 1, NumberOfThreads = 1, EnforceNonNegativity = true })
            .Fit(ml.Data.LoadFromEnumerable(rows, schema));
        var linear = fitted.Model.SubModel;
        return (linear.Bias, [.. linear.Weights.Select(w => Math.Max(0, (double)w))]);
    }

    private static double Loss(double logOdds, bool same) => -Math.Log(Math.Max(1e-12, LinkModel.Probability(same ? logOdds : -logOdds)));

    private sealed class Row
    {
        public bool Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
