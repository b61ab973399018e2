using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FacePairReportTests
{
    [Fact]
    public void Of_OneStrangerInAThousandAboveTheBar_CountsWhoPassesIt()
    {
        var strangers = Enumerable.Range(0, 2000).Select(i => (i / 4000f, false));
        var report = FacePairReport.Of([.. strangers, (0.9f, true), (0.6f, true), (0.45f, true), (1999 / 4000f, true)]);
        Assert.Equal((4, 2000, 0.75), (report.Same, report.Strangers, report.TrueAccept));
        Assert.Equal(2, strangers.Count(s => s.Item1 >= report.Threshold));
    }

    [Fact]
    public void FirstRank_OneOfFourBehindAStranger_IsThreeQuarters() =>
        Assert.Equal(0.75, FacePairReport.FirstRank([("a", "b", .9f, true), ("a", "c", .1f, false), ("b", "d", .95f, false), ("c", "d", .99f, true), ("e", "f", .5f, true)]));

    [Fact]
    public void Of_OnlyOneKind_GivesNoNumber() => Assert.Null(FacePairReport.Of([(0.5f, true)]).TrueAccept);
}
