using System.Diagnostics;
using CsCheck;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places;

public sealed class PlaceResolverTests(ITestOutputHelper output)
{
    private static readonly PlaceResolver Resolver = new();

    [Theory]
    [InlineData("四川省南充市仪陇县苟角乡", "511324")]
    [InlineData("四川南充仪陇", "511324")]
    [InlineData("南充市仪陇县", "511324")]
    [InlineData("仪陇县", "511324")]
    [InlineData("吉林省吉林市", "2202")]
    [InlineData("吉林吉林市", "2202")]
    [InlineData("吉林", "22")]
    [InlineData("襄樊市", "4206")]
    [InlineData("湖北襄樊", "4206")]
    [InlineData("四川省梁平县仁和乡", "500155")]
    [InlineData("四川万县", "500101")]
    [InlineData("北海市重庆路12号", "4505")]
    [InlineData("成都市新津县", "510118")]
    [InlineData("内蒙通辽科左后旗", "150522")]
    [InlineData("云南大理州剑川县", "532931")]
    [InlineData("新疆巴州库尔勒市", "652801")]
    [InlineData("广西柳州", "4502")]
    [InlineData("河南省,周口市,商水县", "411623")]
    [InlineData("河南省济源市", "419001")]
    [InlineData("湖北省仙桃市", "429004")]
    [InlineData("海南省澄迈县", "469023")]
    [InlineData("上海市浦东新区高桥镇", "310115")]
    [InlineData("上海市上海市浦东新区", "310115")]
    [InlineData("廣東省東莞市", "4419")]
    [InlineData("积石山保安族东乡族撒拉族自治县", "622927")]
    [InlineData("甘肃临夏积石山县", "622927")]
    [InlineData("北京朝阳区", "110105")]
    [InlineData("辽宁省朝阳市", "2113")]
    [InlineData("我是湖北黄冈的", "4211")]
    [InlineData("家住安徽省蚌埠市怀远县", "340321")]
    [InlineData("通县", "110112")]
    [InlineData("西藏那曲", "5406")]
    public void Resolve_WrittenPlace_GivesTodaysCodeFirst(string heard, string code) => Assert.Equal(code, First(heard)?.Code.Digits);

    [Theory]
    [InlineData("海点区", "110108")]
    [InlineData("四穿省南冲市", "5113")]
    [InlineData("河北省保定市来水县", "130623")]
    [InlineData("安灰省", "34")]
    [InlineData("郑洲市", "4101")]
    public void Resolve_HeardPlace_FindsItBySound(string heard, string code) => Assert.Equal(code, First(heard)?.Code.Digits);

    [Fact]
    public void Resolve_HeardPlace_SaysWhy() => Assert.Contains(First("海点区")!.Reasons, r => r.StartsWith("音近", StringComparison.Ordinal));

    [Fact]
    public void Resolve_FormerName_NamesItAndTheOneOfToday() => Assert.Contains(First("襄樊市")!.Reasons, r => r.Contains("襄樊市", StringComparison.Ordinal) && r.Contains("襄阳市", StringComparison.Ordinal));

    [Fact]
    public void Resolve_WrongParent_CostsButDoesNotKill()
    {
        var right = First("湖北省老河口市");
        var wrong = First("河南省老河口市");
        Assert.Equal(right!.Code, wrong!.Code);
        Assert.True(wrong.Score < right.Score);
        Assert.Contains(wrong.Reasons, r => r.Contains("不在一地", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolve_WrongLevelWord_CostsButDoesNotKill()
    {
        var wrong = Resolver.Resolve(new PlaceQuery("河南省原阳镇"));
        Assert.Contains(wrong, g => g.County == "原阳县");
        Assert.True(Score(wrong, "410725") < Score(Resolver.Resolve(new PlaceQuery("河南省原阳县")), "410725"));
    }

    [Fact]
    public void Resolve_CountiesThatSoundAlike_KeepsBoth()
    {
        var counties = Resolver.Resolve(new PlaceQuery("原阳县")).Select(g => g.County).ToList();
        Assert.Contains("原阳县", counties);
        Assert.Contains("元阳县", counties);
    }

    [Theory]
    [InlineData("22", "220104")]
    [InlineData("吉林省", "220104")]
    [InlineData("110000", "110105")]
    public void Resolve_Within_KeepsInside(string within, string code) => Assert.Equal(code, Resolver.Resolve(new PlaceQuery("朝阳区", within))[0].Code.Digits);

    [Fact]
    public void Resolve_Near_PrefersTheCloseOne()
    {
        Assert.Equal("360103", Resolver.Resolve(new PlaceQuery("西湖区", Near: "江西省九江市"))[0].Code.Digits);
        Assert.Equal("330106", Resolver.Resolve(new PlaceQuery("西湖区", Near: "浙江省绍兴市"))[0].Code.Digits);
    }

    [Fact]
    public void Resolve_BelowTheCounty_KeepsTheWords()
    {
        var guess = First("四川省南充市仪陇县苟角乡五福村");
        Assert.Equal(("苟角乡", "五福村"), (guess!.Town, guess.Village));
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("abc 123")]
    [InlineData("不知道")]
    public void Resolve_NothingThatIsAPlace_IsEmptyOrUnsure(string heard) => Assert.All(Resolver.Resolve(new PlaceQuery(heard)), g => Assert.InRange(g.Score, 0, 0.2));

    [Fact]
    public void Resolve_AnyText_NeverThrowsAndScoresSumToAtMostOne() =>
        Gen.Select(Gen.String, Address).Sample((noise, address) =>
        {
            foreach (var text in new[] { noise, address, address + noise })
            {
                var guesses = Resolver.Resolve(new PlaceQuery(text, Top: 1000));
                Assert.InRange(guesses.Sum(g => g.Score), 0, 1 + 1e-9);
                Assert.Equal(guesses.OrderByDescending(g => g.Score).Select(g => g.Code), guesses.Select(g => g.Code));
            }
        });

    [Theory]
    [InlineData("511324", "四川省 南充市 仪陇县")]
    [InlineData("110105", "北京市 朝阳区")]
    [InlineData("429004", "湖北省 仙桃市")]
    [InlineData("5113", "四川省 南充市")]
    [InlineData("510132", "四川省 成都市 新津区")]
    [InlineData("511324201", "四川省 南充市 仪陇县")]
    public void NameOf_Code_GivesTodaysName(string digits, string name) => Assert.Equal(name, Resolver.NameOf(Code(digits)));

    [Fact]
    public void NameOf_UnknownCode_IsNull() => Assert.Null(Resolver.NameOf(Code("99")));

    [Fact]
    public void CentreOf_County_LiesInIt() => Assert.True(Distance.Km(Resolver.CentreOf(Code("110101"))!.Value, (116.4, 39.9)) < 10);

    [Fact]
    public void Resolve_EveryCountyOfToday_IsFoundByItsFullAddress()
    {
        var table = new PlaceTable();
        var places = table.Names.Where(n => n.Years is null).SelectMany(n => n.Targets).Distinct().ToList();
        var watch = Stopwatch.StartNew();
        var wrong = places.Where(p => First(Resolver.NameOf(p.Code)!.Replace(" ", "", StringComparison.Ordinal))?.Code != p.Code).Select(p => Resolver.NameOf(p.Code)).ToList();
        output.WriteLine($"{places.Count} addresses, {watch.Elapsed.TotalMilliseconds / places.Count:0.000} ms each; wrong: {string.Join("; ", wrong)}");
        Assert.InRange(wrong.Count, 0, places.Count / 200);
    }

    [Fact]
    public void Names_EveryNameOfTheTables_HasAPlaceAndAText()
    {
        var table = new PlaceTable();
        Assert.All(table.Names, n => Assert.True(n.Text.Length > 1 && n.Targets.Length > 0, n.Full));
        Assert.Equal(34, table.Names.Count(n => n.Years is null && n.Level == DivisionLevel.Province && n.Full != "内蒙"));
    }

    private static readonly Gen<string> Address = Gen.OneOf([.. new[] { "四川", "省", "市", "县", "南充", "仪陇", "吉林", "区", "朝阳", "河", "南", "北", "京", "镇", "村", "原阳", "襄樊", " ", "，" }.Select(Gen.Const)]).Array[0, 12].Select(string.Concat);

    private static PlaceGuess? First(string heard) => Resolver.Resolve(new PlaceQuery(heard, Top: 3)) is [var first, ..] ? first : null;

    private static double Score(IReadOnlyList<PlaceGuess> guesses, string code) => guesses.Where(g => g.Code.Digits == code).Sum(g => g.Score);

    private static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : default;

    [Theory]
    [InlineData("和平桥下")]
    [InlineData("老城墙根")]
    [InlineData("人民公园长椅")]
    [InlineData("城中村路口")]
    [InlineData("东门菜市场门口")]
    public void Resolve_SpotInATown_IsNotClearlyADivision(string spot) =>
        Assert.DoesNotContain(new PlaceResolver().Resolve(new PlaceQuery(spot)), g => g.Score >= 0.8);
}
