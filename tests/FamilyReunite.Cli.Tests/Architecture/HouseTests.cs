using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FamilyReunite.Cli.Tests.Architecture;

public sealed partial class HouseTests
{
    private static readonly string[][] Floors =
    [
        ["Domain"], ["Clues"], ["Data", "Search", "Matching", "Photos"], ["Data.Postgres", "Photos.Worker"], ["Casework"], ["Jobs"], ["Web", "Cli"],
    ];

    internal static readonly DirectoryInfo Root = FindRoot();

    [Fact]
    public void ProjectReferences_EveryProject_PointDown()
    {
        var projects = Root.GetDirectories("src")[0].GetFiles("*.csproj", SearchOption.AllDirectories);
        Assert.Equal(Floors.Sum(f => f.Length), projects.Length);
        foreach (var project in projects)
        {
            var from = Path.GetFileNameWithoutExtension(project.Name)["FamilyReunite.".Length..];
            foreach (var reference in XDocument.Load(project.FullName).Descendants("ProjectReference"))
            {
                var to = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["FamilyReunite.".Length..];
                Assert.True(FloorOf(to) < FloorOf(from) || (from, to) is ("Cli", "Web"), $"{from} must not lean on {to}");
            }
        }
    }

    [Fact]
    public void SourceFiles_OfAnyProject_StayBelow400LinesAndSayWhatTheyAre()
    {
        var files = Root.GetFiles("*.cs", SearchOption.AllDirectories)
            .Where(f => !Generated().IsMatch(f.FullName)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.True(File.ReadLines(f.FullName).Count() <= 400, $"{f.Name} wants to become two ideas"));
        Assert.All(files, f => Assert.False(SaysLittle().IsMatch(f.Name), $"{f.Name} says little"));
    }

    [GeneratedRegex(@"[\\/](bin|obj|Migrations)[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"(Helper|Util|Utils|Manager|Common|Misc)s?\.cs$")]
    private static partial Regex SaysLittle();

    private static int FloorOf(string project)
    {
        var floor = Array.FindIndex(Floors, f => f.Contains(project));
        Assert.True(floor >= 0, $"{project} stands on no floor");
        return floor;
    }

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("FamilyReunite.sln").Length == 0) folder = folder.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        return folder;
    }
}
