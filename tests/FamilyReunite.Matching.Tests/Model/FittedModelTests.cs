using FamilyReunite.Matching.Comparison;
using FamilyReunite.Matching.Model;
using FamilyReunite.Matching.Tests.Comparison;

namespace FamilyReunite.Matching.Tests.Model;

public sealed class FittedModelTests
{
    private static readonly FeatureSet Features = Sample.Features;
    private static readonly FittedModel Fitted = Fit(3);
    private static readonly PairModel Model = Fitted.ToPairModel("1.0");

    [Fact]
    public void Fit_SameSeed_SameWeights() => Assert.Equal(Model.Weights.SelectMany(w => w), Fit(3).ToPairModel("1.0").Weights.SelectMany(w => w));

    [Fact]
    public void Fit_NothingToCompare_WeighsExactlyZero() => Assert.All(Model.Weights, w => Assert.Equal(0.0, w[0]));

    [Fact]
    public void Fit_EverySign_MakesSense() => AssertSigns(Model);

    [Fact]
    public void Fit_MoreAgreementInAScale_NeverWeighsLess()
    {
        for (var f = 0; f < Features.Comparators.Count; f++)
        {
            foreach (var scale in Enumerable.Range(1, Features.Comparators[f].Steps.Count - 1).GroupBy(s => Features.Comparators[f].Steps[s].Scale))
                Assert.Equal(scale.Select(s => Model.Weights[f][s]).Order(), scale.Select(s => Model.Weights[f][s]));
        }
    }

    [Fact]
    public void Predict_SavedMlNetModel_GivesTheScorersScores()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("pair-model-").FullName, "model.zip");
        Fitted.Save(file);

        var answers = FittedModel.Predict(file, Fitted.Columns, ProbeSet.Steps(Features));

        foreach (var (steps, answer) in ProbeSet.Steps(Features).Zip(answers))
        {
            var score = ProbeSet.Score(Model, steps);
            Assert.Equal(answer.Score, score, 1e-4);
            Assert.Equal(answer.Probability, Model.Probability(score), 1e-4);
        }
    }

    [Fact]
    public void Fit_CalibrationOfOtherPersons_IsRoughlyRight()
    {
        var fresh = Synthetic.Pairs(Features, 99, 4000);

        var predicted = fresh.Average(p => Model.Probability(ProbeSet.Score(Model, p.Steps)));

        Assert.Equal(fresh.Count(p => p.Same) / 4000.0, predicted, 0.02);
    }

    internal static void AssertSigns(PairModel model)
    {
        for (var f = 0; f < Features.Comparators.Count; f++)
        {
            for (var s = 1; s < Features.Comparators[f].Steps.Count; s++)
            {
                var (w, name) = (model.Weights[f][s], $"{Features.Comparators[f].Feature}/{Features.Comparators[f].Steps[s].Name} {model.Weights[f][s]}");
                Assert.True(Features.Comparators[f].Steps[s].Level == AgreementLevel.Conflict ? w <= 0 : w >= 0, name);
            }
        }
    }

    private static FittedModel Fit(int seed) => FittedModel.Fit(Features, Synthetic.Pairs(Features, seed, 4000), Synthetic.Pairs(Features, seed + 1, 3000), seed, 1, null, CancellationToken.None);
}
