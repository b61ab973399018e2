using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Reading;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class HomeReaderTests
{
    [Theory]
    [InlineData("反复问，说家住“七里井”。", StatementKind.Home, "七里井")]
    [InlineData("把县名念给她听，念到“宁津”时不停点头。", StatementKind.Home, "宁津")]
    [InlineData("帽子上印着“淮北市青年志愿者”。", StatementKind.Printed, "淮北市")]
    [InlineData("随身有一张甘肃陇西到上海的火车票。", StatementKind.Journey, "甘肃陇西")]
    [InlineData("据说从重庆火车站被拐来。", StatementKind.Journey, "重庆")]
    [InlineData("志愿者先查“西充凤鸣镇”。", StatementKind.Guess, "西充凤鸣镇")]
    [InlineData("嘴里反复念叨“大桃”。", StatementKind.Spoken, "大桃")]
    [InlineData("自称是湖南省邵阳县人。", StatementKind.Told, "湖南省邵阳县")]
    [InlineData("他说他是贵州黎平的。", StatementKind.Told, "贵州黎平")]
    [InlineData("讲是安徽阜阳那边的，别的说不清。", StatementKind.Told, "安徽阜阳")]
    [InlineData("问他哪里人，说黎平。", StatementKind.Told, "黎平")]
    [InlineData("口音像川北一带。", StatementKind.Accent, "口音像川北一带")]
    [InlineData("把喝说成哈。", StatementKind.Shift, "喝>哈")]
    [InlineData("管玉米叫“苞谷”。", StatementKind.Word, "苞谷")]
    [InlineData("可能是彝族。", StatementKind.People, "彝族")]
    public void Read_Sentence_TellsWhatItIs(string text, object kind, string words)
    {
        var said = HomeReader.Read(new HomeCase { Text = text });

        Assert.Contains(said.All, s => s.Kind == (StatementKind)kind && s.Words == words);
    }

    [Theory]
    [InlineData("嘴里只说“回家”。")]
    [InlineData("说叫“张某”。")]
    [InlineData("念叨老家有两个女儿。")]
    [InlineData("只会说普通话。")]
    [InlineData("说是捡来的，又说是打工的。")]
    [InlineData("问她哪里人，说不知道。")]
    public void Read_WordsThatNameNoPlace_GivesNone(string text) =>
        Assert.DoesNotContain(HomeReader.Read(new HomeCase { Text = text }).All, s => s.Kind < StatementKind.PersonName);

    [Fact]
    public void Read_TextRepeatsAField_CountsOnce()
    {
        var said = HomeReader.Read(new HomeCase { Text = "家住“七里井”，名叫“龙龙”。", HeardPlaces = ["七里井"], HeardNames = ["龙龙"] });

        Assert.Single(said.Of(StatementKind.Home, StatementKind.Told, StatementKind.Spoken));
    }

    [Fact]
    public void Read_FieldThatTheTextCallsPrinted_IsTakenAsPrinted()
    {
        var said = HomeReader.Read(new HomeCase { Text = "编织袋上印着“邓州化肥”。", HeardPlaces = ["邓州"] });

        Assert.Contains(said.Of(StatementKind.Printed), s => s.Words == "邓州" && s.Trust < 0.5);
    }

    [Fact]
    public void Read_OnePlaceHeardTwice_IsOneStatementWithBothHearings()
    {
        var said = HomeReader.Read(new HomeCase { HeardPlaces = ["主猫鸭", "祖玛雅", "四望山"] });

        var twice = Assert.Single(said.Of(StatementKind.Home), s => s.Also.Count > 0);
        Assert.Equal("主猫鸭", twice.Words);
        Assert.Equal(["祖玛雅"], twice.Also);
    }

    [Fact]
    public void Read_PlaceOfFinding_IsNotHome()
    {
        var said = HomeReader.Read(new HomeCase { Text = "沧州火车站附近流浪的男子。" });

        Assert.Equal("沧州", said.Found);
        Assert.Empty(said.Of(StatementKind.Home, StatementKind.Told));
    }

    [Fact]
    public void Read_PageOfText_ReadsABoundedNumberOfStatements()
    {
        var said = HomeReader.Read(new HomeCase { Text = string.Concat(Enumerable.Range(0, 3000).Select(i => $"说家住“大王庄{i}”。")) });

        Assert.InRange(said.All.Count, 1, 40);
    }
}
