using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Tables;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places;

/// <summary>Words of the time of communes, and provinces that a county has left.</summary>
public sealed class OldWordsTests
{
    private static readonly PlaceResolver Resolver = new();

    [Theory]
    [InlineData("四川省南充地区仪陇县五福公社五福大队三生产队", "511324122208")]
    [InlineData("四川仪陇五福人民公社五福大队", "511324122208")]
    [InlineData("四川省南充行署仪陇县五福公社", "511324122")]
    [InlineData("四川省万县地区开县温泉区公所", "500154104")]
    [InlineData("四川省万县地区开县温泉区和谦公社", "500154107")]
    [InlineData("四川省涪陵行署丰都县高家镇公社", "500230109")]
    [InlineData("河南省新乡专区原阳县", "410725")]
    [InlineData("陕西省安康专署紫阳县", "610924")]
    [InlineData("仪陇县革委会", "511324")]
    [InlineData("贵州省桐梓县革命委员会", "520322")]
    [InlineData("通辽市科左中旗宝龙山努图克", "150521101")]
    [InlineData("达茂旗百灵庙公社", "150223104")]
    [InlineData("东乌旗", "152525")]
    [InlineData("平原省新乡市", "4107")]
    public void Resolve_WordOfTheCommunes_GivesToday(string heard, string code) => Assert.Equal(code, Guess(heard).Code.Digits);

    [Theory]
    [InlineData("江苏省川沙县", "310115", "江苏省")]
    [InlineData("甘肃省额济纳旗", "152923", "甘肃省")]
    [InlineData("安徽省婺源县", "361130", "安徽省")]
    [InlineData("辽宁省昭乌达盟赤峰县", "150402", "辽宁省")]
    public void Resolve_ProvinceLeft_IsNoWrongParent(string heard, string code, string province)
    {
        var guess = Guess(heard);
        Assert.Equal(code, guess.Code.Digits);
        Assert.Contains(guess.Reasons, r => r.Contains("年属" + province, StringComparison.Ordinal));
        Assert.DoesNotContain(guess.Reasons, r => r.Contains("不在一地", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolve_BodyBehindTheLevelWord_IsNoOtherLevel() => Assert.DoesNotContain(Guess("仪陇县革委会").Reasons, r => r.Contains("级别用字", StringComparison.Ordinal));

    [Fact]
    public void Rows_FormerParents_NameDivisionsOfToday()
    {
        var table = new PlaceTable();
        foreach (var row in EmbeddedTable.Rows("former-parents.tsv"))
            Assert.All(row[..2], digits => Assert.True(DivisionCode.TryParse(digits, out var code) && table.At(code) is not null, digits));
    }

    private static PlaceGuess Guess(string heard) => Resolver.Resolve(new PlaceQuery(heard, Top: 1, Deepest: DivisionLevel.Village))[0];
}
