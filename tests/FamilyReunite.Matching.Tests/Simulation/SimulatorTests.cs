using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Simulation;

namespace FamilyReunite.Matching.Tests.Simulation;

public sealed class SimulatorTests
{
    private static readonly SimulatedPopulation Training = new Simulator().Create(new(11, 1000, 4000, .6, SimulationProfile.Training));
    private static readonly SimulatedPopulation Evaluation = new Simulator().Create(new(11, 1000, 4000, .6, SimulationProfile.Evaluation));

    [Fact]
    public void Create_SameRequest_SamePopulation()
    {
        var again = new Simulator().Create(new(11, 1000, 4000, .6, SimulationProfile.Training));

        Assert.Equal(Print(Training.Stranded), Print(again.Stranded));
        Assert.Equal(Print(Training.Missing), Print(again.Missing));
        Assert.Equal(Training.TruePairs, again.TruePairs);
    }

    [Fact]
    public void Create_OtherProfileOrSeed_SharesNobody()
    {
        var other = new Simulator().Create(new(12, 1000, 4000, .6, SimulationProfile.Training));
        var ids = Ids(Training).ToHashSet();

        Assert.DoesNotContain(Ids(Evaluation), ids.Contains);
        Assert.DoesNotContain(Ids(other), ids.Contains);
    }

    [Fact]
    public void Create_Counts_AreAsAsked()
    {
        Assert.Equal(1000, Training.Stranded.Count);
        Assert.Equal(4000, Training.Missing.Count);
        Assert.InRange(Training.TruePairs.Count, 550, 650);
        Assert.Equal(Ids(Training).Distinct().Count(), Ids(Training).Count());
    }

    [Fact]
    public void Create_TruePairs_JoinExistingRecordsOnce()
    {
        var persons = Training.Stranded.Select(p => p.Id).ToHashSet();
        var reports = Training.Missing.Select(r => r.Id).ToHashSet();

        Assert.All(Training.TruePairs, t => Assert.True(persons.Contains(t.PersonId) && reports.Contains(t.ReportId)));
        Assert.Equal(Training.TruePairs.Count, Training.TruePairs.Select(t => t.ReportId).Distinct().Count());
    }

    [Theory]
    [InlineData("named", .18, .36)]
    [InlineData("heard", .18, .36)]
    [InlineData("no-name", .1, .23)]
    [InlineData("child-then-adult", .03, .1)]
    [InlineData("text-only", .06, .15)]
    [InlineData("contradictory", .04, .11)]
    [InlineData("nothing", .04, .11)]
    public void Create_Strata_KeepTheirShare(string stratum, double low, double high) =>
        Assert.InRange(Training.TruePairs.Count(t => t.Stratum == stratum) / (double)Training.TruePairs.Count, low, high);

    [Fact]
    public void Create_TensOfThousands_NoTwoShareAnId()
    {
        var many = new Simulator().Create(new(15843, 1000, 15000, .39, SimulationProfile.Evaluation));

        Assert.Equal(16000, Ids(many).Distinct().Count());
    }

    [Fact]
    public void Create_RareFacts_AreRareAndComeWithTheirMate()
    {
        var many = new Simulator().Create(new(13, 2000, 2000, 1, SimulationProfile.Training));
        var reports = many.Missing.ToDictionary(r => r.Id);
        var persons = many.Stranded.ToDictionary(p => p.Id);
        var both = many.TruePairs.Where(t => persons[t.PersonId].Current(FactKind.IdFragment).Any() && reports[t.ReportId].Current(FactKind.IdFragment).Any()).ToList();

        Assert.InRange(Training.Stranded.Count(p => p.Current(FactKind.Weight).Any()), 60, 220);
        Assert.InRange(Training.Stranded.Count(p => p.Current(FactKind.IdFragment).Any()), 10, 60);
        Assert.Contains(both, t => reports[t.ReportId].Current(FactKind.IdFragment).First().AsHeard.Contains(persons[t.PersonId].Current(FactKind.IdFragment).First().AsHeard, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_Ids_AreShapedLikeVersion7AndCarryTheInstant()
    {
        Assert.All(Training.Stranded.Take(50), p => Assert.Equal(7, p.Id.Version));
        Assert.All(Training.Stranded.Take(50), p => Assert.Equal(p.OpenedAt.ToUnixTimeMilliseconds(), Convert.ToInt64(p.Id.ToString("N")[..12], 16)));
    }

    [Fact]
    public void Create_NothingStratum_HasNeitherNameNorHome()
    {
        var ids = Training.TruePairs.Where(t => t.Stratum == "nothing").Select(t => t.PersonId).ToHashSet();

        Assert.All(Training.Stranded.Where(p => ids.Contains(p.Id)), p => Assert.DoesNotContain(p.Facts,
            f => f.Kind is FactKind.Name or FactKind.NameHeard or FactKind.HomePlace or FactKind.HomeHeard or FactKind.Mark or FactKind.FreeText));
    }

    [Fact]
    public void Create_Reports_NameTheCommonSurnamesMostOften()
    {
        var names = Training.Missing.SelectMany(r => r.Current(FactKind.Name)).Select(f => f.AsHeard).ToList();
        var top = names.GroupBy(n => n[0]).OrderByDescending(g => g.Count()).Take(6).Select(g => g.Key).ToList();

        Assert.True(top.Intersect("王李张刘陈").Count() >= 4, string.Concat(top));
        Assert.InRange(names.Count(n => n[0] == '王') / (double)names.Count, .05, .1);
    }

    [Fact]
    public void Create_HeardNames_AreOftenWrittenInOtherCharacters()
    {
        var reports = Evaluation.Missing.ToDictionary(r => r.Id);
        var persons = Evaluation.Stranded.ToDictionary(p => p.Id);
        var heard = Evaluation.TruePairs.Where(t => t.Stratum == "heard")
            .Select(t => (Heard: persons[t.PersonId].Current(FactKind.NameHeard).FirstOrDefault()?.AsHeard, Name: reports[t.ReportId].Current(FactKind.Name).FirstOrDefault()?.AsHeard))
            .Where(x => x.Heard is not null && x.Name is not null).ToList();

        Assert.InRange(heard.Count(x => x.Heard == x.Name) / (double)heard.Count, 0, .3);
    }

    private static IEnumerable<Guid> Ids(SimulatedPopulation p) => p.Stranded.Select(x => x.Id).Concat(p.Missing.Select(x => x.Id));

    private static string Print(IEnumerable<CaseRecord> records) =>
        string.Join('\n', records.SelectMany(r => r.Facts.Select(f => $"{r.Id} {r.District} {f.Id} {f.Kind} {f.AsHeard} {f.Understood} {f.RecordedAt:O}")));
}
