using CsCheck;
using FamilyReunite.Matching.Evaluation;

namespace FamilyReunite.Matching.Tests.Evaluation;

public sealed class PairFiguresTests
{
    [Fact]
    public void AveragePrecision_KnownRanking_IsAsWorkedOutByHand() =>
        Assert.Equal((1 / 1.0 + 2 / 3.0) / 3, PairFigures.AveragePrecision([(.9, true), (.8, false), (.7, true), (.1, false)], positives: 3), 1e-12);

    [Fact]
    public void AveragePrecision_AllTied_IsTheBaseRate() => Assert.Equal(0.25, PairFigures.AveragePrecision([(.5, true), (.5, false), (.5, false), (.5, false)], 1), 1e-12);

    [Fact]
    public void Brier_KnownPairs_IsTheMeanSquare() => Assert.Equal((.01 + .25) / 2, PairFigures.Brier([(.9, true), (.5, false)]), 1e-12);

    [Fact]
    public void Ece_PredictionsThatHold_IsZero() => Assert.Equal(0, PairFigures.Ece(PairFigures.Calibration([(.25, true), (.25, false), (.25, false), (.25, false)])), 1e-12);

    [Fact]
    public void Calibration_AnyPairs_EachIsCountedOnceInItsBin() => Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 200].Sample(pairs =>
    {
        var bins = PairFigures.Calibration(pairs);
        Assert.Equal(pairs.Length, bins.Sum(b => b.Pairs));
        Assert.All(bins, b => Assert.InRange(b.Predicted, b.From - 1e-9, b.From + 0.1 + 1e-9));
        Assert.InRange(PairFigures.Ece(bins), 0, 1);
    }, iter: 200);
}
