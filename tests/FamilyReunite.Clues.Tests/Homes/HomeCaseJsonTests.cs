using System.Text.Json;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Exchange;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Homes;

public sealed class HomeCaseJsonTests
{
    [Fact]
    public void Read_EveryField_IsTaken()
    {
        var known = Read("""{"clues_text":"话","heard_names":["甲"],"heard_places":["乙","丙"],"dialect_words":["丁"],"dialect_judgement":"川北口音","other_clues":["戊"],"found_place":"上海市","sex":"女"}""");

        Assert.Equal(("话", "川北口音", "上海市", Sex.Female), (known.Text, known.DialectJudgement, known.FoundPlace, known.Sex));
        Assert.Equal(["乙", "丙"], known.HeardPlaces);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("""{"clues_text":null,"heard_places":null,"sex":7}""")]
    public void Read_NothingUsable_IsACaseOfWhichNothingIsKnown(string json)
    {
        var known = Read(json);

        Assert.Equal("", known.Text);
        Assert.Empty(known.HeardPlaces);
    }

    [Fact]
    public void Read_WordsForAListAndListForWords_AreBothTaken()
    {
        var known = Read("""{"heard_places":"武汉、黄陂","dialect_judgement":["川北","或重庆"]}""");

        Assert.Equal(["武汉", "黄陂"], known.HeardPlaces);
        Assert.Equal("川北；或重庆", known.DialectJudgement);
    }

    [Fact]
    public void Read_HalfASurrogate_KeepsTheRest() => Assert.EndsWith("家在温县", Read("""{"clues_text":"\ud83d家在温县"}""").Text, StringComparison.Ordinal);

    private static HomeCase Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return HomeCaseJson.Read(document.RootElement);
    }
}
