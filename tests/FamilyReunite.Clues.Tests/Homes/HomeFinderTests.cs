using CsCheck;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Finding;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class HomeFinderTests
{
    private static readonly HomeFinder Finder = new(new PlaceResolver());

    [Theory]
    [InlineData("四川省仪陇县", "511324")]
    [InlineData("四川省梁平县仁和乡", "500155")]
    [InlineData("湖北襄樊襄阳县", "420607")]
    [InlineData("云南大理剑川", "532931")]
    public void Find_PlaceSaidInClear_NamesItsCountyFirst(string said, string county)
    {
        var best = Finder.Find(new HomeCase { HeardPlaces = [said], FoundPlace = "上海市" }).Best(1)[0];

        Assert.Equal(county, best.Code.Digits);
        Assert.InRange(best.Probability, 0.15, 0.97);
    }

    [Fact]
    public void Find_NothingToGoOn_DeclinesAndGivesThePriorByProvince()
    {
        var found = Finder.Find(new HomeCase { Text = "在街头被发现的男子，问什么都不说。", FoundPlace = "上海市" });

        Assert.True(found.Declined);
        Assert.All(found.Best(10), h => Assert.Null(h.County));
        Assert.Equal(1, found.Probabilities.Sum(), 6);
    }

    [Fact]
    public void Find_VillageNearAStatedCounty_PutsTheirCountyBeforeAllOthersOfThatName()
    {
        var found = Finder.Find(new HomeCase { HeardPlaces = ["小周", "宁津"], FoundPlace = "山东省德州市平原县" });

        var best = found.Best(1)[0];
        Assert.Equal("宁津县", best.County);
        Assert.Equal("小周村", best.Village);
    }

    [Fact]
    public void Find_TicketAndAccent_BringTheHeardTownNearTheStationForward()
    {
        var without = Finder.Find(new HomeCase { HeardPlaces = ["原阳县原阳镇"], FoundPlace = "上海市" });
        var with = Finder.Find(new HomeCase { Text = "随身有一张甘肃陇西到上海的火车票。", HeardPlaces = ["原阳县原阳镇"], DialectJudgement = "西北口音", FoundPlace = "上海市" });

        Assert.True(with.Of(Code("620524")) > 20 * without.Of(Code("620524")));
    }

    [Theory]
    [InlineData("像川北口音", "51")]
    [InlineData("湘西口音", "43")]
    [InlineData("说布依语", "52")]
    [InlineData("胶辽官话", "37")]
    [InlineData("潮汕话", "44")]
    [InlineData("鲁西南口音", "37")]
    public void Find_AccentAlone_PutsItsProvinceFirst(string accent, string province)
    {
        var found = Finder.Find(new HomeCase { DialectJudgement = accent, FoundPlace = "北京市" });

        Assert.False(found.Declined);
        Assert.Equal(province, found.By(c => c.Code.Digits[..2])[0].Name);
    }

    [Fact]
    public void Find_AccentMixedWithWhereThePersonLives_SaysLittle()
    {
        var found = Finder.Find(new HomeCase { Text = "口音已杂糅广西口音，不记得回家的路。", FoundPlace = "广西壮族自治区南宁市" });

        Assert.InRange(found.Of(Code("45")), 0, 0.6);
    }

    [Fact]
    public void Find_ContradictoryStatements_KeepsBothPlacesInSight()
    {
        var found = Finder.Find(new HomeCase { HeardPlaces = ["四川省仪陇县", "河南省温县"], FoundPlace = "上海市" });

        Assert.True(found.Of(Code("511324")) > 0.05);
        Assert.True(found.Of(Code("410825")) > 0.05);
    }

    [Fact]
    public void Find_PlaceOfFindingNamedAsHome_CountsLessThanAnotherPlace()
    {
        var here = Finder.Find(new HomeCase { HeardPlaces = ["蚌埠"], FoundPlace = "安徽省蚌埠市" });
        var prior = Finder.Find(new HomeCase { FoundPlace = "安徽省蚌埠市" });
        var elsewhere = Finder.Find(new HomeCase { HeardPlaces = ["蚌埠"], FoundPlace = "河北省沧州市" });
        var priorThere = Finder.Find(new HomeCase { FoundPlace = "河北省沧州市" });

        Assert.True(here.Of(Code("3403")) / prior.Of(Code("3403")) < elsewhere.Of(Code("3403")) / priorThere.Of(Code("3403")));
    }

    [Fact]
    public void Find_ListenerSaysOursAndNotOurs_MovesTheBelief()
    {
        var before = Finder.Find(new HomeCase { FoundPlace = "上海市" });
        var ours = Finder.Find(new HomeCase { FoundPlace = "上海市", Listeners = [new ListenerOpinion(Code("511324"), ListenerVerdict.Ours)] });
        var not = Finder.Find(new HomeCase { FoundPlace = "上海市", Listeners = [new ListenerOpinion(Code("511324"), ListenerVerdict.NotOurs)] });

        Assert.Equal("511324", ours.Best(1)[0].Code.Digits);
        Assert.True(not.Of(Code("511324")) < before.Of(Code("511324")));
    }

    [Fact]
    public void Find_FreeTextAlone_FindsWhatFieldsWouldSay()
    {
        var text = Finder.Find(new HomeCase { Text = "男子说自己家住“温县武德镇”，是河南人，口音像豫北一带。", FoundPlace = "山西省运城市" });

        Assert.Equal("温县", text.Best(1)[0].County);
    }

    [Fact]
    public void Find_AnyText_NeverThrowsAndSumsToOne() => Gen.String[Gen.Char["，。“”()说家在村县省 aA1\u0000\uD83D馬說原阳口音像爱吃山海\n"], 0, 80].Sample(text =>
    {
        var found = Finder.Find(new HomeCase { Text = text, HeardPlaces = [text], HeardNames = [text], DialectWords = [text], DialectJudgement = text, OtherClues = [text], FoundPlace = text });

        Assert.Equal(1, found.Probabilities.Sum(), 6);
        Assert.True(found.Best(20).Count is > 0 and <= 20);
    }, iter: 60, seed: "0000KJ9xVqpA");

    [Fact]
    public void Best_AccentOfAProvince_ListsWholePrefecturesAndNoBeliefTwice()
    {
        var found = Finder.Find(new HomeCase { DialectJudgement = "贵州口音", FoundPlace = "北京市" });
        var best = found.Best(20);

        Assert.Contains(best, h => h.County is null && h.Prefecture == "遵义市");
        Assert.Equal(best.OrderByDescending(h => h.Probability).Select(h => h.Code), best.Select(h => h.Code));
        Assert.True(best.Sum(h => h.Probability) <= 1 + 1e-9);
        Assert.Equal(found.Of(Code("5203")), best.Where(h => h.Prefecture == "遵义市").Sum(h => h.Probability), 9);
    }

    [Theory]
    [InlineData("家门口有条河叫都柳江，坐船去赶集。", "5226")]
    [InlineData("记得家住一四三团，连队种棉花。", "6590")]
    [InlineData("爸爸是水口山的，下井挖矿。", "4304")]
    [InlineData("洪泽湖边上的人，会打鱼。", "32")]
    public void Find_LandmarkWithAName_PutsItsRegionFirst(string text, string area)
    {
        var found = Finder.Find(new HomeCase { Text = text, FoundPlace = "河北省保定市" });

        Assert.False(found.Declined);
        Assert.Equal(area, found.By(c => c.Code.Digits[..area.Length])[0].Name);
    }

    [Theory]
    [InlineData("工友说他是贵州人，不识字。", "52")]
    [InlineData("四川人，二十岁坐火车出来的。", "51")]
    [InlineData("江西话，讲得快，听不懂。", "36")]
    [InlineData("他说去百色近，去省城远。", "45")]
    public void Find_NativeOrSpeechOrNeighbourInRunningWords_PutsTheProvinceFirst(string text, string province)
    {
        var found = Finder.Find(new HomeCase { Text = text, FoundPlace = "北京市" });

        Assert.Equal(province, found.By(c => c.Code.Digits[..2])[0].Name);
    }

    [Theory]
    [InlineData("有人说他来过，老人不说话，工人送来的，好心人给的饭。")]
    [InlineData("是个外乡人，都是农村人，属牛，属智力残疾，说是年轻人送来的，在火车站附近流浪。")]
    [InlineData("登记名“兴平十二”，智力一级残疾，无任何线索。")]
    public void Find_WordsAboutOthersOrByTheStation_SayNothing(string text) =>
        Assert.True(Finder.Find(new HomeCase { Text = text, FoundPlace = "陕西省咸阳市兴平市" }).Declined);

    [Fact]
    public void Find_SichuanSaid_KeepsChongqingInSight()
    {
        var found = Finder.Find(new HomeCase { HeardPlaces = ["四川"], FoundPlace = "北京市" });

        Assert.InRange(found.Of(Code("50")), 0.08, 0.3);
        Assert.True(found.Of(Code("51")) > 2 * found.Of(Code("50")));
    }

    [Fact]
    public void Find_Trafficked_BringsTheSouthwestForward()
    {
        var lost = Finder.Find(new HomeCase { Text = "女子，院里有猪圈。", FoundPlace = "河北省邯郸市" });
        var taken = Finder.Find(new HomeCase { Text = "被拐到此地的女子，院里有猪圈。", FoundPlace = "河北省邯郸市" });

        Assert.True(taken.Of(Code("52")) > 1.5 * lost.Of(Code("52")));
    }

    [Fact]
    public void Best_InEnglish_HoldsNoChineseButNames()
    {
        var reason = Finder.Find(new HomeCase { HeardPlaces = ["四川省梁平县仁和乡"], FoundPlace = "上海市" }).Best(1)[0].Reasons[0].In("en");

        Assert.DoesNotContain("字同", reason, StringComparison.Ordinal);
        Assert.Contains("is 梁平区 today", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guizhou Bijie Zhijin xian", "520524")]
    [InlineData("Yílǒng xiàn", "511324")]
    public void Find_PinyinAsHeardPlace_IsReadBySound(string said, string county) =>
        Assert.Contains(Finder.Find(new HomeCase { HeardPlaces = [said], FoundPlace = "上海市" }).Best(5), h => h.Code.Digits == county);

    [Fact]
    public void Find_TraditionalCharacters_ReadsAsSimplified()
    {
        var traditional = Finder.Find(new HomeCase { HeardPlaces = ["廣東省興寧縣"], DialectJudgement = "客家話", FoundPlace = "上海市" });

        Assert.Equal("441481", traditional.Best(1)[0].Code.Digits);
    }

    private static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : throw new ArgumentException(digits, nameof(digits));
}
