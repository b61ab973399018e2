using System.Text.Json;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Evaluation;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class HomeEvaluationTests
{
    private static readonly TrueHome Zhijin = Case("""{"id":"a","true_province":"贵州省","true_prefecture":"毕节市","true_county":"织金县","clue_strength":"strong","stated_level":"province"}""");
    private static readonly TrueHome Liangping = Case("""{"id":"b","true_province":"重庆市","true_prefecture":"重庆市","true_county":"梁平区","clue_strength":"weak","stated_level":"none"}""");

    [Fact]
    public void Rank_ListWithOtherPlacesBefore_CountsDifferentDivisionsOfTheLevel()
    {
        HomeGuess[] homes = [Guess("四川省", "南充市", "仪陇县"), Guess("贵州省", "毕节市", "大方县"), Guess("贵州省", "毕节市", "织金县")];

        Assert.Equal(2, Zhijin.Rank(homes, HomeLevel.Province));
        Assert.Equal(2, Zhijin.Rank(homes, HomeLevel.Prefecture));
        Assert.Equal(3, Zhijin.Rank(homes, HomeLevel.County));
        Assert.Equal(0, Liangping.Rank(homes, HomeLevel.County));
    }

    [Fact]
    public void Rank_Municipality_IsProvinceAndPrefectureInOne() =>
        Assert.Equal(1, Liangping.Rank([Guess("重庆市", "重庆市", "万州区")], HomeLevel.Prefecture));

    [Fact]
    public void Gave_LevelStated_IsNotCreditedAsUnstated()
    {
        Assert.True(Zhijin.Gave(HomeLevel.Province));
        Assert.False(Zhijin.Gave(HomeLevel.County));
    }

    [Fact]
    public void Of_OneRightAndOneDeclined_CountsHitsDeclinesAndCalibration()
    {
        var right = new HomeDistribution([.. CountySet.All.Select(c => c.Code.Digits == "520524" ? 0.9 : 0.1 * c.Share)], [], declined: false);
        var nothing = new HomeDistribution([.. CountySet.All.Select(c => c.Share)], [], declined: true);

        var figures = HomeEvaluation.Of([Zhijin, Liangping], [right, nothing]);

        Assert.Equal(1, figures.Hits.Single(h => h is { Group: "strong", Level: HomeLevel.County }).At1);
        Assert.Equal(0.5, figures.Hits.Single(h => h is { Group: "all", Level: HomeLevel.County }).At10);
        Assert.Equal((1, 1), figures.Declined["weak"]);
        Assert.InRange(figures.Bands[^1].Stated, 0.89, 0.92);
        Assert.Equal(1, figures.Bands[^1].Observed);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"true_province":"贵州省"}""")]
    [InlineData("""{"id":"a"}""")]
    public void Read_NoCase_GivesNull(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Null(TrueHome.Read(document.RootElement));
    }

    private static HomeGuess Guess(string province, string prefecture, string county) => new(default, province, prefecture, county, null, null, 0.1, []);

    private static TrueHome Case(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TrueHome.Read(document.RootElement)!;
    }
}
