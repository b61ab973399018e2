using System.Text.Json;
using FamilyReunite.Clues.Homes.Evaluation;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Clues.Tests.Homes;

/// <summary>The invented cases as a floor below which a change must not fall; <c>reunite evaluate home</c> prints the figures.</summary>
public sealed class InventedCasesTests
{
    [Fact]
    public void Find_InventedCases_HoldsTheFloor()
    {
        var finder = new HomeFinder(new PlaceResolver());
        var cases = Cases("cases.jsonl");
        var figures = HomeEvaluation.Of(cases, [.. cases.Select(c => finder.Find(c.Known))]);

        Assert.True(figures.Cases >= 60);
        Assert.True(Hits("strong", HomeLevel.County).At10 >= 0.93);
        Assert.True(Hits("all", HomeLevel.Prefecture).At5 >= 0.73);
        Assert.True(Hits("medium", HomeLevel.Province).At5 >= 0.75);
        Assert.True(figures.Declined["weak"].Declined >= 0.85 * figures.Declined["weak"].Of);
        Assert.True(figures.Declined["strong"].Declined <= 0.03 * figures.Declined["strong"].Of);
        Assert.True(figures.CalibrationError <= 0.15);

        HomeHits Hits(string group, HomeLevel level) => figures.Hits.Single(h => h.Group == group && h.Level == level);
    }

    [Fact]
    public void Find_CasesAsPublished_HoldsTheFloor()
    {
        var finder = new HomeFinder(new PlaceResolver());
        var cases = Cases("published-like.jsonl");
        var figures = HomeEvaluation.Of(cases, [.. cases.Select(c => finder.Find(c.Known))]);
        double At(string group, HomeLevel level, Func<HomeHits, double> at) => at(figures.Hits.Single(h => h.Group == group && h.Level == level));

        Assert.True(figures.Cases >= 60);
        Assert.True(At("strong", HomeLevel.Prefecture, h => h.At5) >= 0.8);
        Assert.True(At("strong", HomeLevel.County, h => h.At10) >= 0.8);
        Assert.True(At("medium", HomeLevel.Province, h => h.At5) >= 0.8);
        Assert.True(figures.Declined["weak"].Declined >= 0.8 * figures.Declined["weak"].Of);
        Assert.True(figures.Declined["strong"].Declined <= 0.05 * figures.Declined["strong"].Of);
    }

    [Theory]
    [InlineData("cases.jsonl")]
    [InlineData("published-like.jsonl")]
    public void Cases_EveryRow_NamesAHomeOfToday(string file) => Assert.All(Cases(file), c => Assert.Contains(Clues.Homes.CountySet.All, county => c.Is(new(county.Code, county.Province, county.Prefecture, county.Name, null, null, 0, []), c.County.Length > 0 ? HomeLevel.County : HomeLevel.Prefecture)));

    private static List<TrueHome> Cases(string file)
    {
        var cases = new List<TrueHome>();
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root.GetFiles("FamilyReunite.sln").Length == 0) root = root.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        foreach (var line in File.ReadLines(Path.Combine(root.FullName, "tests", "FamilyReunite.Clues.Tests", "Homes", file)))
        {
            using var json = JsonDocument.Parse(line);
            cases.Add(TrueHome.Read(json.RootElement)!);
        }
        return cases;
    }
}
