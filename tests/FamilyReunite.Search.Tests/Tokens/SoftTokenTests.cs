using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Tests.Contract;
using FamilyReunite.Search.Tokens;
using static FamilyReunite.Search.Tests.Tokens.People;

namespace FamilyReunite.Search.Tests.Tokens;

/// <summary>Clues that are near rather than equal: time, age, height, where people speak so, and what a hearer of another dialect makes of a sound.</summary>
public sealed class SoftTokenTests
{
    private readonly ClueTokenizer _tokenizer = new();

    [Fact]
    public void Time_FoundSoonAfterTheLoss_SharesMoreTheSoonerAndNothingTheOtherWayRound()
    {
        double Shared(int lostBefore) => Overlap(Found(new DateOnly(2026, 3, 20)), Lost(new DateOnly(2026, 3, 20).AddDays(-lostBefore)));
        Assert.True(Shared(2) > Shared(40));
        Assert.True(Shared(40) > 0);
        Assert.Equal(0, Shared(400));
        Assert.Equal(0, Shared(-60));
    }

    [Fact]
    public void Time_YearAlone_TellsNoCloseness()
    {
        var report = Said(2, RecordKind.Missing) with { LastSeen = new DaySpan(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)) };
        Assert.Equal(0, Overlap(Found(new DateOnly(2026, 3, 20)), report));
    }

    [Fact]
    public void Birth_Guess_SharesMoreTheNearerTheBirth()
    {
        var person = Found(new DateOnly(2026, 3, 20)) with { Births = [new BirthClue(new DaySpan(new DateOnly(1974, 1, 1), new DateOnly(1977, 1, 1)), true)] };
        double Shared(int year) => Overlap(person, Said(2, RecordKind.Missing) with { Births = [new BirthClue(new DaySpan(new DateOnly(year, 5, 1), new DateOnly(year, 5, 1)), false)] });
        Assert.True(Shared(1975) > Shared(1981));
        Assert.True(Shared(1981) > Shared(1999));
        Assert.Equal(0, Shared(1999));
    }

    [Theory]
    [InlineData(168, true)]
    [InlineData(182, false)]
    [InlineData(110, false)]
    public void Height_OfTheGrown_MeetsWhatIsNear(int centimetres, bool meets)
    {
        var person = Said(1, RecordKind.Stranded) with { Heights = [new HeightClue(new NumberRange(168, 170), null, true)] };
        var report = Said(2, RecordKind.Missing) with { Heights = [new HeightClue(new NumberRange(centimetres, centimetres), null, true)] };
        Assert.Equal(meets, Overlap(person, report) > 0);
    }

    [Fact]
    public void Speech_OfAProvince_MeetsTheHomesThere()
    {
        var person = Said(1, RecordKind.Stranded) with { Languages = ["四川口音"] };
        Assert.True(Overlap(person, Said(2, RecordKind.Missing) with { Homes = [Home("511324", 1, "仪陇")] }) > 0);
        Assert.Equal(0, Overlap(person, Said(3, RecordKind.Missing) with { Homes = [Home("330381", 1, "瑞安")] }));
    }

    [Fact]
    public void Area_FoundInTheProvinceOfTheHome_Meets()
    {
        var person = Said(1, RecordKind.Stranded) with { LastPlaces = [Home("510104", 1, "锦江")] };
        Assert.True(Overlap(person, Said(2, RecordKind.Missing) with { Homes = [Home("511324", 1, "仪陇")] }) > 0);
        Assert.Equal(0, Overlap(person, Said(3, RecordKind.Missing) with { Homes = [Home("330381", 1, "瑞安")] }));
    }

    [Fact]
    public void Home_VillageInOtherCharactersOfTheSound_Meets()
    {
        var heard = Said(1, RecordKind.Stranded) with { Homes = [new PlaceClue(default, 0, "石桥湾", true)] };
        Assert.True(Overlap(heard, Said(2, RecordKind.Missing) with { Homes = [Home("511324", 1, "四川省南充市仪陇县十桥湾")] }) > 0);
    }

    [Theory]
    [InlineData("zhou", "jiu")]
    [InlineData("nan", "lang")]
    [InlineData("huang", "fan")]
    [InlineData("guo", "ge")]
    [InlineData("xue", "she")]
    [InlineData("qi", "chi")]
    public void Coarse_MixedUpInSomeDialect_GiveOneKey(string a, string b) => Assert.Equal(CoarseSound.Of(a), CoarseSound.Of(b));

    [Theory]
    [InlineData("li", "wu")]
    [InlineData("ma", "ba")]
    [InlineData("tian", "tou")]
    public void Coarse_Unlike_StayApart(string a, string b) => Assert.NotEqual(CoarseSound.Of(a), CoarseSound.Of(b));

    private static ClueSet Found(DateOnly day) => Said(1, RecordKind.Stranded) with { LastSeen = new DaySpan(day, day) };

    private static ClueSet Lost(DateOnly day) => Said(2, RecordKind.Missing) with { LastSeen = new DaySpan(day, day) };

    /// <summary>Sum of query weight × document weight: the score without rarity, asked from either side alike.</summary>
    private double Overlap(ClueSet person, ClueSet report)
    {
        var held = _tokenizer.Document(Report(8), report).Tokens.ToDictionary(t => t.Value, t => t.Weight);
        var asked = _tokenizer.Query(person, RecordKind.Missing, 5).Tokens.Sum(t => (double)t.Weight * held.GetValueOrDefault(t.Value));
        var back = _tokenizer.Document(Person(9), person).Tokens.ToDictionary(t => t.Value, t => t.Weight);
        Assert.Equal(asked, _tokenizer.Query(report, RecordKind.Stranded, 5).Tokens.Sum(t => (double)t.Weight * back.GetValueOrDefault(t.Value)), 1e-4);
        return asked;
    }
}
