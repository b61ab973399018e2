using CsCheck;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Places.Villages;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Places.Villages;

public sealed class VillageSearchTests
{
    private static readonly PlaceResolver Resolver = new();
    /// <summary>Longer names of the table are those of bodies, not of places.</summary>
    private const int Longest = 8;

    private static readonly VillageTable Table = VillageTable.Load();

    [Theory]
    [InlineData("甘肃省天水市武山县鸳鸯镇", "620524102")]
    [InlineData("武山县鸳鸯", "620524102")]
    [InlineData("四川省广安市岳池县苟角乡", "511621111")]
    [InlineData("四川岳池购角镇", "511621111")]
    [InlineData("湖北省孝感市应城市田店镇", "420981100")]
    [InlineData("内蒙古通辽市扎鲁特旗鲁北镇", "150526100")]
    public void Resolve_Town_GivesItsCodeFirst(string heard, string code) => Assert.Equal(code, First(heard)?.Code.Digits);

    [Theory]
    [InlineData("四川省南充市仪陇县五福镇五福村", "511324122208")]
    [InlineData("四川仪陇五福镇五福村三组", "511324122208")]
    [InlineData("仪陇县，五福镇，五福村", "511324122208")]
    public void Resolve_Village_GivesItsCodeFirst(string heard, string code) => Assert.Equal(code, First(heard)?.Code.Digits);

    [Fact]
    public void Resolve_Village_FillsEveryLevel()
    {
        var guess = First("四川省南充市仪陇县五福镇五福村")!;
        Assert.Equal(("四川省", "南充市", "仪陇县", "五福镇", "五福村"), (guess.Province, guess.Prefecture, guess.County, guess.Town, guess.Village));
        Assert.Contains("字同“五福村”", guess.Reasons);
    }

    [Fact]
    public void Resolve_WrongTown_CostsButDoesNotKill()
    {
        var guess = First("四川省南充市仪陇县苟角镇五福村")!;
        Assert.Equal("511324122208", guess.Code.Digits);
        Assert.Contains(guess.Reasons, r => r.StartsWith("音近：“苟角镇”", StringComparison.Ordinal));
    }

    [Fact]
    public void Resolve_WrongCounty_KeepsTheTownNearTheTicket() =>
        Assert.Contains(Resolve("原阳县原阳镇", near: "陇西"), g => g.Code.Digits == "620524102" && g.Reasons.Any(r => r.Contains("不在一地", StringComparison.Ordinal)));

    [Fact]
    public void Resolve_CountyAlone_StaysAtTheCounty() => Assert.Equal("511324", First("四川省南充市仪陇县")?.Code.Digits);

    [Fact]
    public void Resolve_UnknownVillage_FallsBackToTheCounty() => Assert.StartsWith("511324", First("四川省南充市仪陇县啊啊啊啊")!.Code.Digits, StringComparison.Ordinal);

    [Theory]
    [InlineData("51")]
    [InlineData("5113")]
    [InlineData("511324")]
    [InlineData("511324122")]
    [InlineData("511324122208")]
    [InlineData("四川省仪陇县")]
    [InlineData("四川省仪陇县五福镇")]
    public void Resolve_Within_KeepsInside(string within)
    {
        var guesses = Resolve("五福", within: within);
        Assert.Contains(guesses, g => g.Code.Digits == "511324122208");
        Assert.All(guesses, g => Assert.StartsWith(within[0] == '5' ? within : "511324", g.Code.Digits, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("四川省南充市仪陇县五福镇五福")]
    [InlineData("四川省南充市仪陇县五福镇五福庄")]
    [InlineData("四川省南充市仪陇县五福镇五福社区")]
    [InlineData("四川省南充市仪陇县五福镇伍夫村")]
    [InlineData("四川省南充市仪陇县五福镇五富头村")]
    public void Resolve_SoftWordsAndTones_AreForgiven(string heard) => Assert.Contains(Resolve(heard).Take(2), g => g.Code.Digits == "511324122208");

    [Fact]
    public void Resolve_VillageOfTheTable_HeardRightInItsCounty_IsLikeliest() =>
        Gen.Int[0, Table.Towns.Length - 1].Sample(
            t =>
            {
                var town = Table.Towns[t];
                if (town.FirstVillage == town.EndVillage) return;
                var village = Table.Villages[(town.FirstVillage + town.EndVillage) / 2];
                var (name, code) = (Table.NameOf(village), VillageTable.CodeOf(town, village));
                if (name.Length > Longest || !name.All(c => c is >= (char)0x4E00 and <= (char)0x9FFF)) return;
                var guesses = Resolver.Resolve(new PlaceQuery(name, town.Code[..6], Top: 30, Deepest: DivisionLevel.Village));
                var found = guesses.FirstOrDefault(g => g.Code.Digits == code);
                Assert.True(found is not null && found.Score >= guesses[0].Score * 0.05, $"{name} {code}");
            },
            iter: 200);

    [Fact]
    public void Resolve_AnyText_NeverThrowsAndScoresSumToAtMostOne() =>
        Gen.Select(Gen.String[0, 12], Gen.OneOf([.. new[] { "刘庄", "四川省", "五福", "镇", "村", "仪陇县", "三组", "，", "儿", "𠮷", "LIU zhuang", "劉莊" }.Select(Gen.Const)]).Array[0, 6].Select(string.Concat)).Sample(
            (noise, place) =>
            {
                foreach (var text in new[] { noise, place, place + noise })
                {
                    var guesses = Resolver.Resolve(new PlaceQuery(text, Top: 60, Deepest: DivisionLevel.Village));
                    Assert.InRange(guesses.Sum(g => g.Score), 0, 1 + 1e-9);
                    Assert.Equal(guesses.Select(g => g.Code).Distinct().Count(), guesses.Count);
                }
            },
            iter: 15);

    private static PlaceGuess? First(string heard) => Resolve(heard) is [var first, ..] ? first : null;

    private static IReadOnlyList<PlaceGuess> Resolve(string heard, string? within = null, string? near = null) =>
        Resolver.Resolve(new PlaceQuery(heard, within, near, Deepest: DivisionLevel.Village));
}
