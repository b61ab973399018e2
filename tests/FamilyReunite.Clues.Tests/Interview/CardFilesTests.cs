using System.Xml.Linq;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Tests.Interview;

/// <summary>The bank and the drawings that the pages serve belong together.</summary>
public sealed class CardFilesTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly FileInfo[] Drawn = new DirectoryInfo(Path.Combine(Root(), "src", "FamilyReunite.Web", "wwwroot", "cards")).GetFiles("*.svg");

    [Fact]
    public void Cards_OfTheBank_AreDrawnAndEachDrawingIsAsked()
    {
        var asked = new InMemoryQuestionBank().Questions.SelectMany(q => q.Options).Select(o => o.Card).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(asked, Drawn.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cards_EveryDrawing_IsSmallAndSaysWhatItShows() => Assert.All(Drawn, file =>
    {
        Assert.InRange(file.Length, 200, 2048);
        var svg = XDocument.Load(file.FullName).Root!;
        Assert.Equal("0 0 120 120", svg.Attribute("viewBox")?.Value);
        Assert.True(svg.Element(Svg + "title")?.Value.Length > 1 && svg.Element(Svg + "desc")?.Value.Length > 0, file.Name);
        Assert.Empty(svg.Descendants(Svg + "script").Concat(svg.Descendants(Svg + "image")));
    });

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("FamilyReunite.sln").Length == 0) folder = folder.Parent ?? throw new DirectoryNotFoundException("FamilyReunite.sln");
        return folder.FullName;
    }
}
