using CsCheck;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Domain.Tests.Values;

public sealed class ValueTests
{
    [Theory]
    [InlineData("2012-09-23")]
    [InlineData("2023-02")]
    [InlineData("1986")]
    [InlineData("1986~")]
    [InlineData("--12-01")]
    [InlineData("lunar:1986-12-12")]
    public void PartialDate_CanonicalText_ComesBackTheSame(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("2023-13")]
    [InlineData("lunar:1986-12-31")]
    [InlineData("昨天")]
    [InlineData("")]
    [InlineData(null)]
    public void PartialDate_NoDate_IsRefused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void SolarSpan_LunarNewYear1986_IsThe9thOfFebruary()
    {
        Assert.True(PartialDate.TryParse("lunar:1986-01-01", out var date));
        Assert.Equal((new DateOnly(1986, 2, 9), new DateOnly(1986, 2, 9)), date.SolarSpan());
    }

    [Fact]
    public void SolarSpan_MonthAfterALeapMonth_IsCountedOn()
    {
        Assert.True(PartialDate.TryParse("lunar:2023-03-01", out var date));
        Assert.Equal(new DateOnly(2023, 4, 20), date.SolarSpan()!.Value.First);
    }

    [Fact]
    public void SolarSpan_AnyDateWithAYear_IsInOrder() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[1, 30], Gen.Bool).Sample((year, month, day, lunar) =>
        {
            var date = new PartialDate(year, month, lunar ? day : Math.Min(day, 28), lunar ? DateCalendar.Lunar : DateCalendar.Solar);
            if (date.SolarSpan() is { } span) Assert.True(span.First <= span.Last);
            else Assert.Equal(9999, year);
        });

    [Fact]
    public void NumberRange_AnyTwoNumbers_AreOrderedAndComeBack() =>
        Gen.Select(Gen.Int[-500, 500], Gen.Int[-500, 500]).Sample((a, b) =>
        {
            var range = new NumberRange(a, b);
            Assert.True(range.Low <= range.High && NumberRange.TryParse(range.ToString(), out var back) && back == range);
        });

    [Theory]
    [InlineData("1..NaN")]
    [InlineData("..")]
    [InlineData("高")]
    public void NumberRange_NoNumber_IsRefused(string text) => Assert.False(NumberRange.TryParse(text, out _));

    [Theory]
    [InlineData("510000000000", "51", DivisionLevel.Province)]
    [InlineData("511300", "5113", DivisionLevel.Prefecture)]
    [InlineData("511324", "511324", DivisionLevel.County)]
    [InlineData("511324105", "511324105", DivisionLevel.Town)]
    public void DivisionCode_TrailingZeroLevels_AreCut(string text, string digits, DivisionLevel level)
    {
        Assert.True(DivisionCode.TryParse(text, out var code));
        Assert.Equal((digits, level), (code.Digits, code.Level));
    }

    [Fact]
    public void Contains_PlacesOfOneProvince_LookDownOnly()
    {
        Assert.True(DivisionCode.TryParse("51", out var province));
        Assert.True(DivisionCode.TryParse("511324", out var county));
        Assert.True(province.Contains(county) && !county.Contains(province) && !default(DivisionCode).Contains(county));
        Assert.Equal("5113", county.At(DivisionLevel.Prefecture).Digits);
    }

    [Fact]
    public void BodyMarkAndFamily_CanonicalText_ComeBackTheSame()
    {
        Assert.True(BodyMark.TryParse("Mole|Brow|Left", out var mark) && mark.ToString() == "Mole|Brow|Left");
        Assert.True(FamilyMember.TryParse("ElderBrother|张建国|2", out var member) && member == new FamilyMember(Relation.ElderBrother, "张建国", 2));
        Assert.False(BodyMark.TryParse("Mole|Brow", out _) || FamilyMember.TryParse("叔叔", out _));
    }
}
