using CsCheck;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Tests.Writing;

public sealed class WritingTests
{
    [Theory]
    [InlineData("一百六十三", 163)]
    [InlineData("一百六", 160)]
    [InlineData("一百零五", 105)]
    [InlineData("一百一十", 110)]
    [InlineData("六十", 60)]
    [InlineData("十三", 13)]
    [InlineData("二十", 20)]
    [InlineData("〇三", 3)]
    [InlineData("二〇〇三", 2003)]
    [InlineData("两", 2)]
    [InlineData("163", 163)]
    [InlineData("1.65", 1.65)]
    public void Read_ChineseOrArabicFigures_GivesTheNumber(string words, double expected) => Assert.Equal(expected, ChineseNumber.Read(words));

    [Theory]
    [InlineData("")]
    [InlineData("很多")]
    [InlineData("十x")]
    public void Read_NoNumber_IsNull(string words) => Assert.Null(ChineseNumber.Read(words));

    [Fact]
    public void Read_EveryNumberBelowThousand_IsReadBackFromWords() => Gen.Int[1, 999].Sample(n => Assert.Equal(n, ChineseNumber.Read(Words(n))));

    [Theory]
    [InlineData("身高：１６５ＣＭ", "身高:165CM")]
    [InlineData("廣東東莞", "广东东莞")]
    [InlineData("二○○三", "二〇〇三")]
    public void Of_FullWidthAndTraditional_IsPlain(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));

    [Fact]
    public void Of_AnyText_KeepsEveryPosition() => Gen.String.Sample(t => Assert.Equal(t.Length, PlainText.Of(t).Length));

    private static string Words(int n)
    {
        const string Digits = "零一二三四五六七八九";
        var words = n >= 100 ? Digits[n / 100] + "百" : "";
        var rest = n % 100;
        if (rest >= 10) words += (rest < 20 && n < 100 ? "" : Digits[rest / 10]) + "十";
        else if (rest > 0 && n > 100) words += "零";
        return rest % 10 > 0 ? words + Digits[rest % 10] : words;
    }
}
