using CsCheck;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Homes.Regions;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class BeliefTests
{
    [Fact]
    public void FromLikelihood_AnyLikelihoodAndTrust_HasMeanOne() => Gen.Select(Gen.Double[0.001, 1].Array[CountySet.All.Count], Gen.Double[0, 1]).Sample((likelihood, trust) =>
    {
        var ratio = Belief.FromLikelihood(likelihood, trust);

        Assert.Equal(1, ratio.Select((r, i) => r * Belief.Shares[i]).Sum(), 6);
        Assert.All(ratio, r => Assert.True(r >= 1 - trust - 1e-9));
    }, iter: 20);

    [Fact]
    public void Information_NoClue_IsZero() => Assert.Equal(0, Belief.Information([.. CountySet.All.Select(_ => 1.0)]), 9);

    [Fact]
    public void Shares_OfAllCounties_SumToOneAndAreAllPositive()
    {
        Assert.Equal(1, CountySet.All.Sum(c => c.Share), 6);
        Assert.All(CountySet.All, c => Assert.True(c.Share > 0, c.Name));
    }

    [Fact]
    public void RegionTable_EveryRow_IsReadAndTellsCountiesApart()
    {
        foreach (var hint in RegionTable.All)
        {
            Assert.All(hint.Likelihood, p => Assert.InRange(p, 0, 1));
            Assert.True(hint.Likelihood.Max() > hint.Likelihood.Min(), $"{hint.Kind} {hint.Topic}");
            Assert.NotEqual("", hint.Source);
        }
    }

    [Fact]
    public void FoundPrior_Anywhere_SumsToOneAndRaisesTheProvince()
    {
        Assert.True(Domain.Values.DivisionCode.TryParse("511324", out var code));

        var (usual, strayed) = (FoundPrior.Of(code, strayed: false), FoundPrior.Of(code, strayed: true));

        Assert.Equal(1, usual.Sum(), 6);
        Assert.Equal(1, strayed.Sum(), 6);
        Assert.True(CountySet.Within(code.At(Domain.Values.DivisionLevel.Prefecture)).Sum(i => strayed[i]) > 2 * CountySet.Within(code.At(Domain.Values.DivisionLevel.Prefecture)).Sum(i => usual[i]));
    }
}
