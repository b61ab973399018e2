using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Retrieval;

public sealed class ReadPopulationTests
{
    [Fact]
    public void Without_RecordsOfAnotherPopulation_LeavesNoneOfThemAndNoHalfPair()
    {
        var all = ReadPopulation.Simulate(new(3, 20, 30, 1, SimulationProfile.Training), new ClueReader(new PlaceResolver()), null, TestContext.Current.CancellationToken);
        var (person, report) = (all.Persons[0].Id, all.Mates[all.Persons[1].Id]);

        var rest = all.Without(new HashSet<Guid> { person, report });

        Assert.DoesNotContain(rest.Persons, p => p.Id == person);
        Assert.DoesNotContain(rest.Reports, r => r.Id == report);
        Assert.Equal((19, 29, 18), (rest.Persons.Count, rest.Reports.Count, rest.Mates.Count));
    }
}
