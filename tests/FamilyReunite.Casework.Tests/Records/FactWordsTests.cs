using System.Globalization;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Records;

public sealed class FactWordsTests
{
    private static readonly CultureInfo Zh = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en");
    private readonly FactWords _words = new(new OnePlace());

    [Theory]
    [InlineData(FactKind.Mark, "Mole|Brow|Left", "左眉黑痣", "mole, left eyebrow")]
    [InlineData(FactKind.Mark, "Limp|Leg|Right", "右侧跛行", "limp, right")]
    [InlineData(FactKind.Mark, "Scar|Unknown|Unknown", "疤痕", "scar")]
    [InlineData(FactKind.Age, "60..65", "60–65 岁", "60–65 years")]
    [InlineData(FactKind.Height, "163..163", "163 厘米", "163 cm")]
    [InlineData(FactKind.Sex, "F", "女", "female")]
    [InlineData(FactKind.BirthDate, "1986-09-23", "1986年9月23日", "23 September 1986")]
    [InlineData(FactKind.BirthDate, "lunar:1979-12-02~", "约农历1979年腊月初二", "about day 2 of lunar month 12 1979")]
    [InlineData(FactKind.BirthDate, "--12-01", "12月1日（没说哪年）", "1 December (year not said)")]
    [InlineData(FactKind.HomeHeard, "511324", "四川省 南充市 仪陇县", "四川省 南充市 仪陇县")]
    [InlineData(FactKind.HomePlace, "999999", "999999", "999999")]
    [InlineData(FactKind.Family, "ElderBrother||2", "哥哥 2 人", "elder brother × 2")]
    [InlineData(FactKind.Family, "Father|李建华|", "父亲 李建华", "father 李建华")]
    [InlineData(FactKind.Upper, "黑色 棉衣", "黑色 棉衣", "黑色 棉衣")]
    [InlineData(FactKind.Height, "nonsense", "nonsense", "nonsense")]
    public void Say_CanonicalForm_ReadsLikeAPersonWouldSayIt(FactKind kind, string understood, string zh, string en) =>
        Assert.Equal((zh, en), (_words.Say(kind, understood, Zh), _words.Say(kind, understood, En)));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Say_NothingUnderstood_IsNull(string? understood) => Assert.Null(_words.Say(FactKind.Height, understood, Zh));

    [Fact]
    public void Words_EveryChoiceInBothLanguages_Exist()
    {
        foreach (var culture in new[] { Zh, En })
        {
            Assert.All(Enum.GetValues<FactKind>(), k => Assert.NotEmpty(FactWords.Label(k, culture)));
            Assert.All(Enum.GetValues<FactSource>(), k => Assert.NotEmpty(FactWords.Say(k, culture)));
            Assert.All(Enum.GetValues<Confidence>(), k => Assert.NotEmpty(FactWords.Say(k, culture)));
            Assert.All(Enum.GetValues<AnswerState>(), k => Assert.NotEmpty(FactWords.Say(k, culture)));
            Assert.All(Enum.GetValues<Relation>(), k => Assert.NotEmpty(FactWords.Say(k, culture)));
            Assert.All(Enum.GetValues<BodySide>(), s => Assert.NotEmpty(MarkWords.Say(s, culture)));
            foreach (var kind in Enum.GetValues<MarkKind>())
                foreach (var part in Enum.GetValues<BodyPart>())
                    foreach (var side in Enum.GetValues<BodySide>())
                        Assert.NotEmpty(MarkWords.Say(new BodyMark(kind, part, side), culture));
            for (var month = 1; month <= 12; month++)
                for (var day = 1; day <= 30; day++)
                    foreach (var calendar in Enum.GetValues<DateCalendar>())
                        Assert.NotEmpty(DateWords.Say(new PartialDate(1986, month, day, calendar), culture));
        }
        Assert.NotEqual(FactWords.Label(FactKind.Height, Zh), FactWords.Label(FactKind.Height, En));
    }

    private sealed class OnePlace : IPlaceResolver
    {
        public IReadOnlyList<PlaceGuess> Resolve(PlaceQuery query) => [];

        public string? NameOf(DivisionCode code) => code.Digits == "511324" ? "四川省 南充市 仪陇县" : null;

        public (double Longitude, double Latitude)? CentreOf(DivisionCode code) => null;
    }
}
