using CsCheck;
using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class HomeSharesTests
{
    [Fact]
    public void Of_AnyBelief_KeepsTheLikeliestAndLosesNothing() =>
        Gen.Double[0.000001, 1].Array[CountySet.All.Count].Select(Gen.Double[1, 9]).Sample((weights, power) =>
        {
            var sharp = weights.Select(w => Math.Pow(w, power * power)).ToArray();
            var sum = sharp.Sum();
            double[] belief = [.. sharp.Select(w => w / sum)];
            var shares = HomeShares.Of(new HomeDistribution(belief, [], declined: false))!;

            Assert.True(shares.Counties.Count <= HomeShares.Most);
            Assert.Equal(1, shares.Counties.Sum(c => c.Probability) + shares.Rest, 9);
            Assert.All(shares.Counties, c => Assert.Equal(belief[c.County], c.Probability));
            if (shares.Counties.Count > 0) Assert.Equal(belief.Max(), shares.Counties[0].Probability);
        }, iter: 20);

    [Fact]
    public void Of_DeclinedBelief_IsNothing() => Assert.Null(HomeShares.Of(new HomeDistribution([.. CountySet.All.Select(c => c.Share)], [], declined: true)));

    [Fact]
    public void Said_ClueThatTellsMost_StandsFirst()
    {
        var (flat, sharp) = (Enumerable.Repeat(1.0, CountySet.All.Count).ToArray(), new double[CountySet.All.Count]);
        sharp[7] = 1 / CountySet.All[7].Share;
        var clues = new[] { Clue("面食", flat), Clue("购葛", sharp) };
        Assert.Equal("购葛", HomeShares.Of(new HomeDistribution([.. CountySet.All.Select((_, i) => i == 7 ? 1.0 : 0)], clues, declined: false))!.Said[0]);
    }

    private static HomeClue Clue(string words, double[] ratio) => new(HomeClueKind.SaidPlace, words, new HomeReason(words, words), ratio);
}
