using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Report;

namespace FamilyReunite.Matching.Tests.Linkage;

public sealed class FileLinkerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Link_AccountsWithGapsAndSlips_FindsThePeople(int seed)
    {
        var file = InventedFile.Accounts(1000, seed);
        Assert.InRange(Run(file).BestF1, 0.985, 1);
    }

    [Fact]
    public void Link_RowThatSharesItsFieldsWithSeveralRows_JoinsTheirGroup()
    {
        var file = InventedFile.Accounts(600, 11).File;
        // one person: three rows that belong together, and one that has its name from the first and its birth date from the second
        string[][] rows = [["g1", "wilhelmina", "ostrander", "1961-04-07", "brackton", "w.ostrander@arden.org"], ["g2", "mina", "okonjo", "1961-07-04", "brackton", "w.ostrander@arden.org"], ["g3", "wilhelmina", "", "1961-07-04", "brackton", "w.ostrander@arden.org"], ["g4", "wilhelmina", "ostrander", "1961-07-04", "", ""]];
        var links = FileLinker.Link(new LinkRequest(file with { Rows = [.. file.Rows, .. rows] }), null, CancellationToken.None).Value!.Links;
        Assert.All(rows[..3], row => Assert.InRange(links.Single(l => (l.Left, l.Right) == (row[0], "g4") || (l.Left, l.Right) == ("g4", row[0])).Probability, 0.5, 1));
    }

    [Fact]
    public void Link_FiguresWithTitlesAndYears_FindsThePeople()
    {
        var figures = Run(InventedFile.Figures(4000, 3));
        Assert.InRange(figures.BestF1, 0.97, 1);
        Assert.InRange(figures.Curve[^1].Recall, 0.985, 1);
    }

    [Fact]
    public void Link_FamiliesOfOneNameAndTown_KeepsRelativesApart()
    {
        var figures = Run(InventedFile.Families(4000, 3));
        Assert.InRange(figures.BestF1, 0.97, 1);
        Assert.InRange(figures.AtWeight, -3, 3);
    }

    [Fact]
    public void Link_StatedProbabilities_ComeTrueWithinATenth()
    {
        var figures = Run(InventedFile.Accounts(3000, 4));
        var pairs = figures.Calibration.Sum(c => c.Pairs);
        Assert.InRange(figures.Calibration.Sum(c => c.Pairs * Math.Abs(c.Stated - c.True)) / pairs, 0, 0.1);
    }

    [Fact]
    public void Link_TwoFilesWithNobodyTwice_LearnsItAndGivesEachRowOnePartner()
    {
        var all = InventedFile.Figures(1500, 5);
        var of = all.Gold.GroupBy(g => g.Left).Select(g => g.First()).ToList();
        var (left, right, used) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var pair in of)
            if (used.Add(pair.Left) & used.Add(pair.Right)) (_, _) = (left.Add(pair.Left), right.Add(pair.Right));
        var once = Once(all);
        var a = all.File with { Name = "a.csv", Rows = [.. all.File.Rows.Where(r => left.Contains(r[0]) && once.Contains(r[0]))] };
        var b = all.File with { Name = "b.csv", Rows = [.. all.File.Rows.Where(r => right.Contains(r[0]))] };
        var result = FileLinker.Link(new LinkRequest(a, b), null, CancellationToken.None).Value!;
        Assert.True(result.RightUnique);
        var likely = result.Links.Where(l => l.Probability > 0.5).ToList();
        Assert.NotEmpty(likely);
        Assert.Equal(likely.Count, likely.Select(l => l.Left).Distinct().Count());
    }

    [Fact]
    public void Link_SameFileTwice_GivesTheSameLinks()
    {
        var file = InventedFile.Accounts(400, 6).File;
        var (one, two) = (FileLinker.Link(new LinkRequest(file), null, CancellationToken.None).Value!, FileLinker.Link(new LinkRequest(file), null, CancellationToken.None).Value!);
        Assert.Equal(one.Links.Select(l => (l.Left, l.Right, Math.Round(l.Weight, 3))).Order(), two.Links.Select(l => (l.Left, l.Right, Math.Round(l.Weight, 3))).Order());
        Assert.All(one.Links, l => Assert.InRange(l.Probability, 0, 1));
        Assert.True(one.Links.Zip(one.Links.Skip(1)).All(x => x.First.Weight >= x.Second.Weight));
    }

    [Fact]
    public void Link_ReadableLabels_AreUsedOnlyWhenTheyHelpAndContradictionsAreSaid()
    {
        var file = InventedFile.Accounts(600, 7);
        var yes = file.Gold.Take(60).ToList();
        var no = yes.Zip(yes.Skip(7)).Select(z => new NamedPair(z.First.Left, z.Second.Right, false, 1)).Where(n => !file.Gold.Any(g => (g.Left == n.Left && g.Right == n.Right) || (g.Left == n.Right && g.Right == n.Left)) && n.Left != n.Right).ToList();
        var notes = FileLinker.Link(new LinkRequest(file.File, Labels: [.. yes, .. no, yes[0] with { Same = false }]), null, CancellationToken.None).Value!.Notes.Select(n => n.Code).ToList();
        Assert.Contains("link.label-odds", notes);
        Assert.Contains(notes, n => n is "link.labels-used" or "link.labels-worse");
        Assert.Equal(["link.labels-few"], FileLinker.Link(new LinkRequest(file.File, Labels: yes[..5]), null, CancellationToken.None).Value!.Notes.Select(n => n.Code));
    }

    [Fact]
    public void Link_BadInput_NamesWhatIsWrong()
    {
        var file = new PersonFile("f.csv", ["id", "name"], [["1", "ann lee"], ["2", "ann lea"]]);
        Assert.Equal("link.map-column", Code(new LinkRequest(file, Map: new ColumnMap("id", [new MappedColumn("nom", ColumnKind.FullName)]))));
        Assert.Equal("link.map-column", Code(new LinkRequest(file, Map: new ColumnMap("nr", [new MappedColumn("name", ColumnKind.FullName)]))));
        Assert.Equal("link.pair-id", Code(new LinkRequest(file, Gold: [new NamedPair("1", "9", true, 1)], Map: new ColumnMap("id", [new MappedColumn("name", ColumnKind.FullName)]))));
        Assert.Equal("link.one-row", Code(new LinkRequest(file with { Rows = [["1", "ann"]] })));
        Assert.Equal("link.id-twice", Code(new LinkRequest(file with { Rows = [["1", "ann"], ["1", "bob"]] }, Map: new ColumnMap("id", [new MappedColumn("name", ColumnKind.FullName)]))));
        Assert.Equal("link.all-equal", Code(new LinkRequest(file with { Rows = [["1", "ann"], ["2", "ann"]] }, Map: new ColumnMap("id", [new MappedColumn("name", ColumnKind.FullName)]))));
        Assert.Equal("link.all-equal", Code(new LinkRequest(file with { Rows = [["1", "ann"], ["2", "ann"]] })));
        static string Code(LinkRequest request) => FileLinker.Link(request, null, CancellationToken.None).Problems.Single().Code;
    }

    [Fact]
    public void Link_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => FileLinker.Link(new LinkRequest(InventedFile.Accounts(300, 8).File), null, new CancellationToken(true)));

    [Fact]
    public void Html_WithAndWithoutGold_IsOnePageWithPicturesInIt()
    {
        var file = InventedFile.Accounts(300, 9);
        var request = new LinkRequest(file.File, Gold: file.Gold);
        var result = FileLinker.Link(request, null, CancellationToken.None).Value!;
        var (with, without) = (LinkReport.Html(request, result), LinkReport.Html(request with { Gold = null }, result));
        Assert.Contains("<svg", with);
        Assert.Contains("Precision and recall", with);
        Assert.Contains("Borderline pairs", without);
        Assert.All([with, without], page => Assert.DoesNotContain("NaN", page));
        Assert.All([with, without], page => Assert.DoesNotContain("http", page));
    }

    private static LinkFigures Run(InventedFile file) => LinkFigures.Of(FileLinker.Link(new LinkRequest(file.File), null, CancellationToken.None).Value!, file.Gold);

    /// <summary>One row of every person.</summary>
    private static HashSet<string> Once(InventedFile all)
    {
        var second = all.Gold.Select(g => g.Right).ToHashSet();
        return [.. all.File.Rows.Select(r => r[0]).Where(id => !second.Contains(id))];
    }
}
