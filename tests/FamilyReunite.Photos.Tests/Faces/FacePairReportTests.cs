using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FacePairReportTests
{
    [Fact]
    public void Of_OneStrangerInAThousandAboveTheBar_CountsWhoPassesIt()
    {
        var strangers = Enumerable.Range(0, 4000).Select(i => Pair(i, 10_000 + i, i / 8000f, false)).ToList();
        var report = FacePairReport.Of([.. strangers, Pair(1, 90_001, .9f, true), Pair(2, 90_002, .6f, true), Pair(3, 90_003, .45f, true), Pair(4, 90_004, 3999 / 8000f, true)]);
        Assert.Equal((4, 4000, 0.75), (report.Same, report.Strangers, report.TrueAccept!.Value));
        Assert.Equal(4, strangers.Count(s => s.Similarity >= report.Threshold));
        Assert.True(report.TrueAccept.Low < .5 && report.TrueAccept.High > .9, "Four pairs tell next to nothing.");
    }

    [Fact]
    public void Of_FewStrangers_TellsNoShareAndStillARank()
    {
        var report = FacePairReport.Of([.. Enumerable.Range(0, FacePairReport.LeastStrangers - 1).Select(i => Pair(i, 10_000 + i, 0, false)), Pair(1, 2, .5f, true)]);
        Assert.Equal((null, null, 1.0), (report.TrueAccept, report.Threshold, report.FirstRank!.Value));
    }

    [Fact]
    public void FirstRank_OneOfFourBehindAStranger_IsThreeQuarters() =>
        Assert.Equal(0.75, FacePairReport.Of([Pair(1, 2, .9f, true), Pair(1, 3, .1f, false), Pair(2, 4, .95f, false), Pair(3, 4, .99f, true), Pair(5, 6, .5f, true)]).FirstRank!.Value);

    [Fact]
    public void Of_OnlyOneKind_GivesNoNumber() => Assert.Equal((null, null), (FacePairReport.Of([Pair(1, 2, .5f, true)]).TrueAccept, FacePairReport.Of([Pair(1, 2, .5f, true)]).FirstRank));

    private static MeasuredPair Pair(int a, int b, float similarity, bool same) => new(a, b, a, same ? a : b, similarity, same);
}
