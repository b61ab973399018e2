using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Homes;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class HomeBeliefTests
{
    private readonly CountingFinder _finder = new();

    [Fact]
    public void Of_TheSameCaseAgain_AsksTheFinderOnce()
    {
        var beliefs = new HomeBelief(_finder);
        Assert.Same(beliefs.Of(Case("仪陇")), beliefs.Of(Case("仪陇")));
        beliefs.Of(Case("陇西"));
        Assert.Equal(2, _finder.Asked);
    }

    [Fact]
    public void Of_MoreCasesThanItKeeps_ForgetsTheOneLeastAskedFor()
    {
        var beliefs = new HomeBelief(_finder, capacity: 2);
        foreach (var place in new[] { "甲", "乙", "甲", "丙", "甲" }) beliefs.Of(Case(place));
        Assert.Equal(3, _finder.Asked);
        beliefs.Of(Case("乙"));
        Assert.Equal(4, _finder.Asked);
    }

    [Fact]
    public void Of_WordsThatMovedToAnotherField_AreAnotherCase()
    {
        var beliefs = new HomeBelief(_finder);
        beliefs.Of(new HomeCase { HeardPlaces = ["仪陇"] });
        beliefs.Of(new HomeCase { HeardNames = ["仪陇"] });
        Assert.Equal(2, _finder.Asked);
    }

    private static HomeCase Case(string place) => new() { HeardPlaces = [place] };

    private sealed class CountingFinder : IHomeFinder
    {
        public int Asked { get; private set; }

        public HomeDistribution Find(HomeCase known)
        {
            Asked++;
            return new HomeDistribution([.. CountySet.All.Select(c => c.Share)], [], declined: true);
        }
    }
}
