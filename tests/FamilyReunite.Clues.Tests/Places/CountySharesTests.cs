using CsCheck;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places;

public sealed class CountySharesTests
{
    private static readonly PlaceResolver Resolver = new();

    [Theory]
    [InlineData("四川省南充市仪陇县苟角乡五福村", "511324")]
    [InlineData("甘肃省天水市武山县鸳鸯镇", "620524")]
    [InlineData("仪陇县", "511324")]
    [InlineData("广东省东莞市虎门镇", "4419")]
    public void Counties_NamedPlace_HasNearlyAll(string heard, string county)
    {
        var shares = Shares(heard);
        Assert.Equal(county, shares.Counties[0].Code.Digits);
        Assert.InRange(shares.Counties[0].Share, 0.8, 1);
        Assert.NotEmpty(shares.Counties[0].Best.Reasons);
    }

    [Fact]
    public void Counties_PrefectureAlone_IsSharedByVillages()
    {
        var shares = Shares("四川省南充市").Counties.Where(c => c.Code.Digits.StartsWith("5113", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, shares.Count);
        Assert.InRange(shares.Sum(s => s.Share), 0.8, 1);
        Assert.All(shares, s => Assert.InRange(s.Share / s.Prior / (shares[0].Share / shares[0].Prior), 0.5, 2));
    }

    [Fact]
    public void Counties_CommonVillageName_LeavesManyAndNone()
    {
        var shares = Shares("王庄");
        Assert.InRange(shares.Counties[0].Share, 0, 0.2);
        Assert.True(shares.Counties.Count > 100);
        Assert.InRange(shares.None, 0.0001, 1);
    }

    [Fact]
    public void Counties_PlaceOutsideTheVillageTable_IsKept() => Assert.Contains(Shares("台湾省台北市").Counties, c => c.Code.Digits == "7101" && c.Share > 0.5);

    [Theory]
    [InlineData("")]
    [InlineData("abc 123")]
    public void Counties_NothingToRead_IsNone(string heard) => Assert.Equal(1, Shares(heard).None, 3);

    [Theory]
    [InlineData("5113")]
    [InlineData("511324")]
    [InlineData("511324122")]
    public void Counties_Within_StaysInside(string within)
    {
        var shares = Resolver.Counties(new PlaceQuery("五福村", within, Deepest: DivisionLevel.Village));
        Assert.Equal("511324", shares.Counties[0].Code.Digits);
        Assert.All(shares.Counties, c => Assert.StartsWith(within[..4], c.Code.Digits, StringComparison.Ordinal));
    }

    [Fact]
    public void Counties_AnyText_SumsToOne() =>
        Gen.Select(Gen.String[0, 10], Gen.OneOf([.. new[] { "刘庄", "四川省", "五福", "镇", "仪陇县", "南充", "，", "LIU", "劉莊" }.Select(Gen.Const)]).Array[0, 5].Select(string.Concat)).Sample(
            (noise, place) =>
            {
                foreach (var text in new[] { noise, place, place + noise })
                {
                    var shares = Shares(text);
                    Assert.Equal(1, shares.None + shares.Counties.Sum(c => c.Share), 6);
                    Assert.Equal(shares.Counties.OrderByDescending(c => c.Share).Select(c => c.Share), shares.Counties.Select(c => c.Share));
                    Assert.Equal(shares.Counties.Count, shares.Counties.Select(c => c.Code).Distinct().Count());
                }
            },
            iter: 15);

    private static CountyShares Shares(string heard) => Resolver.Counties(new PlaceQuery(heard, Deepest: DivisionLevel.Village));
}
