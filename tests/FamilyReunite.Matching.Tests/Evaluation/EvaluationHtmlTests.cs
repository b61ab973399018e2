using System.Text.RegularExpressions;
using System.Xml.Linq;
using FamilyReunite.Matching.Evaluation;

namespace FamilyReunite.Matching.Tests.Evaluation;

public sealed partial class EvaluationHtmlTests
{
    [GeneratedRegex("NaN|∞|Infinity|--|nan", RegexOptions.CultureInvariant)]
    private static partial Regex NoFigure();

    [Fact]
    public void Page_ManyPersons_HoldsEveryFigureAndPicture()
    {
        var report = Report([.. Enumerable.Range(0, 60).Select(Person)]);
        var page = Whole(report);

        Assert.Equal(4, page.Descendants("svg").Count());
        Assert.Equal(["h1", "h2", "h2", "h2", "h2"], page.Descendants().Where(e => e.Name.LocalName is "h1" or "h2").Select(e => e.Name.LocalName));
        Assert.DoesNotContain(page.Descendants(), e => e.Attribute("src") is not null || e.Name == "script" || e.Name == "link");
        var all = page.Descendants("tbody").First().Elements("tr").First().Elements("td").Select(td => td.Value).ToArray();
        Assert.Equal("30", all[1]);
        Assert.StartsWith("66.7% (", all[2], StringComparison.Ordinal);
        Assert.StartsWith("100.0% (", all[6], StringComparison.Ordinal);
        Assert.Contains(page.Descendants("td"), td => td.Value.Contains("没有姓名", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_NobodyAtAll_IsWholeAndHasNoFigure() => Assert.Contains("–", Whole(Report([])).Value, StringComparison.Ordinal);

    [Fact]
    public void Page_OnePersonWithoutAReportOrCandidates_IsWhole()
    {
        Whole(Report([new QueryResult(null, null, null, 0, [])]));
        Whole(Report([new QueryResult("nothing", null, null, 0, [])]));
        Whole(Report([new QueryResult("named", 1, 1, 3, [new ScoredCandidate(1, true, 3)])]));
    }

    [Fact]
    public void Make_SameSeed_GivesTheSameRanges()
    {
        var results = Enumerable.Range(0, 40).Select(Person).ToList();
        Assert.Equal(new DetailMaker(results, 5).Make().PrAuc, new DetailMaker(results, 5).Make().PrAuc);
        Assert.Equal(PairFigures.AveragePrecision([.. results.SelectMany(r => r.Pairs)], results.Count(r => r.HasMate)), new DetailMaker(results, 5).Make().PrAuc!.Value, 1e-12);
        Assert.Equal(PairFigures.Ece(PairFigures.Calibration([.. results.SelectMany(r => r.Pairs)])), new DetailMaker(results, 5).Make().Ece!.Value, 1e-12);
    }

    [Fact]
    public void Make_ByHand_CountsWhatAReviewerOpens()
    {
        QueryResult[] results =
        [
            new("named", 2, 9, 5, [new(.9, false, 4), new(.8, true, 6), new(.7, false, 2)]),
            new(null, null, null, 5, [new(.75, false, 4), new(.2, false, 4)]),
        ];
        var line = new DetailMaker(results, 1).Make().Lines.Single(l => l.From == 0.5);
        Assert.Equal((1.0, 3.0, 1.0), (line.Confirmed!.Value, line.OpenedPerConfirmed!.Value, line.FalsePerPersonAlone!.Value));
    }

    /// <summary>The page as a tree: what a browser would have to guess at does not parse.</summary>
    private static XElement Whole(EvaluationReport report)
    {
        var html = EvaluationHtml.Page(report);
        Assert.DoesNotMatch(NoFigure(), html.Split("</style>")[1]);
        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)];
        return XElement.Parse(body.Replace("<br>", "<br/>", StringComparison.Ordinal));
    }

    private static QueryResult Person(int i) => i % 2 == 0
        ? new QueryResult(i % 4 == 0 ? "no-name" : "named", i % 3 == 0 ? 2 : 1, 1 + i, i % 12, [new(0.55 + i % 3 * 0.1, false, i % 10), new(i % 3 == 0 ? 0.5 : 0.9, true, i % 11), new(0.02, false, 1)])
        : new QueryResult(null, null, null, i % 12, [new(0.3, false, 3), new(0.01, false, 2)]);

    private static EvaluationReport Report(IReadOnlyList<QueryResult> results)
    {
        var mated = results.Where(r => r.HasMate).ToList();
        var pairs = results.SelectMany(r => r.Pairs).ToList();
        var bins = PairFigures.Calibration(pairs);
        return new EvaluationReport(new EvaluationOptions(1, results.Count, 100), "1.0", results.Count, pairs.Count, HitRates.Of(mated), new Dictionary<string, HitRates>(), PairFigures.AveragePrecision(pairs, mated.Count), PairFigures.Brier(pairs), PairFigures.Ece(bins), 0, 0, bins, 0, new DetailMaker(results, 3).Make());
    }
}
