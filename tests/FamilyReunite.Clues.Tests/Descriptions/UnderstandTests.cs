using CsCheck;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Descriptions;

public sealed class UnderstandTests
{
    private static readonly DescriptionReader Reader = new();

    [Theory]
    [InlineData("163", "163..163")]
    [InlineData("1米7", "170..170")]
    [InlineData("1米63", "163..163")]
    [InlineData("1米05", "105..105")]
    [InlineData("一米六五", "165..165")]
    [InlineData("一米七", "170..170")]
    [InlineData("一百六十三公分", "163..163")]
    [InlineData("1.65米", "165..165")]
    [InlineData("1.65", "165..165")]
    [InlineData("１６５ＣＭ", "165..165")]
    [InlineData("约165CM", "162..168")]
    [InlineData("165厘米左右", "162..168")]
    [InlineData("160-165厘米", "160..165")]
    [InlineData("160至165cm", "160..165")]
    [InlineData("160~165", "160..165")]
    [InlineData("1米6至1米65", "160..165")]
    [InlineData("1.6-1.65米", "160..165")]
    [InlineData("身高：1.7m", "170..170")]
    [InlineData("五尺三", "176.7..176.7")]
    [InlineData("五尺", "166.7..166.7")]
    [InlineData("一米六多", "160..169")]
    [InlineData("160..165", "160..165")]
    public void Understand_Height_GivesCentimetres(string heard, string? range) => Assert.Equal(range, Reader.Understand(FactKind.Height, heard));

    [Theory]
    [InlineData("300厘米")]
    [InlineData("5")]
    [InlineData("很高")]
    [InlineData("")]
    public void Understand_ImpossibleHeight_IsNull(string heard) => Assert.Null(Reader.Understand(FactKind.Height, heard));

    [Theory]
    [InlineData("110斤", "55..55")]
    [InlineData("55公斤", "55..55")]
    [InlineData("55", "55..55")]
    [InlineData("体重：113斤", "56.5..56.5")]
    [InlineData("一百一十斤", "55..55")]
    [InlineData("60kg左右", "57..63")]
    [InlineData("100-110斤", "50..55")]
    public void Understand_Weight_GivesKilograms(string heard, string range) => Assert.Equal(range, Reader.Understand(FactKind.Weight, heard));

    [Theory]
    [InlineData("60-65岁", "60..65")]
    [InlineData("60至65岁", "60..65")]
    [InlineData("60岁到65岁", "60..65")]
    [InlineData("60多岁", "60..69")]
    [InlineData("六十多岁", "60..69")]
    [InlineData("60岁多", "60..69")]
    [InlineData("约六十岁", "58..62")]
    [InlineData("四十岁左右", "37..43")]
    [InlineData("四十左右岁", null)]
    [InlineData("五十来岁", "47..53")]
    [InlineData("四五十岁", "40..59")]
    [InlineData("六七岁", "6..7")]
    [InlineData("十七八岁", "17..18")]
    [InlineData("三十出头岁", "30..33")]
    [InlineData("七旬老人", "70..79")]
    [InlineData("年近八十岁", "77..80")]
    [InlineData("不到30岁", "26..29")]
    [InlineData("一岁半", "1.5..1.5")]
    [InlineData("45", "45..45")]
    [InlineData("45-50", "45..50")]
    [InlineData("约45", "43..47")]
    [InlineData("８３岁", "83..83")]
    [InlineData("中年", "35..60")]
    [InlineData("150岁", null)]
    [InlineData("不知道", null)]
    public void Understand_Age_GivesYears(string heard, string? range) => Assert.Equal(range, Reader.Understand(FactKind.Age, heard));

    [Theory]
    [InlineData("1986年冬", "1986~")]
    [InlineData("约86年", "1986~")]
    [InlineData("86年3月", "1986-03")]
    [InlineData("1986", "1986")]
    [InlineData("农历腊月十二", "lunar:--12-12")]
    [InlineData("腊月十二", "lunar:--12-12")]
    [InlineData("农历1971年1月22日", "lunar:1971-01-22")]
    [InlineData("1991年03月23日（阴历）", "lunar:1991-03-23")]
    [InlineData("1994年05月07日（阳历）", "1994-05-07")]
    [InlineData("1962年八月十五", "1962-08-15")]
    [InlineData("一九六二年正月初八", "lunar:1962-01-08")]
    [InlineData("六二年腊月廿三", "lunar:1962-12-23")]
    [InlineData("二〇〇三年五月二十一日", "2003-05-21")]
    [InlineData("2012.9.23", "2012-09-23")]
    [InlineData("2012/09/23", "2012-09-23")]
    [InlineData("20120923", "2012-09-23")]
    [InlineData("1990年前后", "1990~")]
    [InlineData("2月28日", "--02-28")]
    [InlineData("2023年2月30日", "2023-02")]
    [InlineData("lunar:1962-01-08", "lunar:1962-01-08")]
    [InlineData("很久以前", null)]
    public void Understand_Date_KeepsWhatWasSaid(string heard, string? date) => Assert.Equal(date, Reader.Understand(FactKind.BirthDate, heard));

    [Theory]
    [InlineData("属虎", "虎")]
    [InlineData("属相：龍", "龙")]
    [InlineData("牛", "牛")]
    [InlineData("猫", null)]
    public void Understand_Zodiac_GivesTheAnimal(string heard, string? animal) => Assert.Equal(animal, Reader.Understand(FactKind.Zodiac, heard));

    [Theory]
    [InlineData("男", "M")]
    [InlineData("女性", "F")]
    [InlineData("看不出", null)]
    public void Understand_Sex_IsOneLetter(string heard, string? sex) => Assert.Equal(sex, Reader.Understand(FactKind.Sex, heard));

    [Theory]
    [InlineData("哥哥2个", "ElderBrother||2")]
    [InlineData("有2个弟弟", "YoungerBrother||2")]
    [InlineData("还有两个哥哥", "ElderBrother||2")]
    [InlineData("父亲李建华", "Father|李建华|")]
    [InlineData("父亲叫“李建华”", "Father|李建华|")]
    [InlineData("母亲：王桂兰", "Mother|王桂兰|")]
    [InlineData("父亲买买提·艾力", "Father|买买提·艾力|")]
    [InlineData("母亲", "Mother||")]
    [InlineData("父亲X某", "Father||")]
    [InlineData("儿子叫小军", "Son|小军|")]
    [InlineData("三个女儿", "Daughter||3")]
    [InlineData("邻居", null)]
    public void Understand_Family_GivesRelationNameAndNumber(string heard, string? member) => Assert.Equal(member, Reader.Understand(FactKind.Family, heard));

    [Theory]
    [InlineData("疑似彝族", "彝")]
    [InlineData("维吾尔族", "维吾尔")]
    [InlineData("汉", "汉")]
    [InlineData("不详", null)]
    public void Understand_Ethnicity_GivesTheShortForm(string heard, string? group) => Assert.Equal(group, Reader.Understand(FactKind.Ethnicity, heard));

    [Theory]
    [InlineData("四川省南充市仪陇县", "511324")]
    [InlineData("511324", "511324")]
    [InlineData("999999", null)]
    [InlineData("朝阳区", null)]
    [InlineData("竹装", null)]
    public void Understand_Home_GivesACodeOnlyWhenClear(string heard, string? code) => Assert.Equal(code, Reader.Understand(FactKind.HomePlace, heard));

    [Fact]
    public void Understand_AnyTextOfAnyKind_NeverThrows() =>
        Gen.Select(Gen.Enum<FactKind>(), Gen.String).Sample((kind, text) => { Reader.Understand(kind, text); });

    [Fact]
    public void Understand_AnyHeightInCentimetres_IsThatHeight() =>
        Gen.Int[50, 220].Sample(cm =>
        {
            var range = new NumberRange(cm, cm).ToString();
            Assert.Equal(range, Reader.Understand(FactKind.Height, $"{cm}厘米"));
            Assert.Equal(range, Reader.Understand(FactKind.Height, FormattableString.Invariant($"{cm / 100.0:0.00}米")));
            if (cm >= 100) Assert.Equal(range, Reader.Understand(FactKind.Height, $"{cm / 100}米{cm % 100:00}"));
        });

    [Fact]
    public void Understand_CanonicalForms_AreUnderstoodAsThemselves() =>
        Gen.Select(Gen.Int[0, 120], Gen.Int[0, 120], Gen.Enum<MarkKind>(), Gen.Enum<BodyPart>(), Gen.Enum<BodySide>()).Sample((a, b, kind, part, side) =>
        {
            var age = new NumberRange(a, b).ToString();
            var mark = new BodyMark(kind, part, side).ToString();
            Assert.Equal(age, Reader.Understand(FactKind.Age, age));
            Assert.Equal(mark, Reader.Understand(FactKind.Mark, mark));
        });
}
