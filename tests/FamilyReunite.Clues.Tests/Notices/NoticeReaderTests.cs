using CsCheck;
using FamilyReunite.Clues.Notices;

namespace FamilyReunite.Clues.Tests.Notices;

public sealed class NoticeReaderTests
{
    private const string Page = "男，约40岁，身高165厘米左右，家住四川省南充市仪陇县，上身穿黑色外套，左眉尾有痣，2024年5月6日走失，父亲李建华，说“巴适”，联系电话：13800001234。";

    private static readonly NoticeReader Reader = new();

    [Fact]
    public void Read_AnyText_NeverThrowsAndItsSpansLieInsideInOrder() =>
        Gen.Select(Gen.String, Words, Words).Sample((noise, a, b) =>
        {
            var text = a + noise + b;
            foreach (var person in Reader.Read(text))
            {
                var last = 0;
                foreach (var span in person.Spans)
                {
                    Assert.InRange(span.Start, last, text.Length);
                    Assert.InRange(span.End, span.Start + 1, text.Length);
                    last = span.Start;
                }
            }
        });

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("今天天气很好。")]
    public void Read_NothingSaid_IsOnePersonWithoutFields(string text) => Assert.Empty(Assert.Single(Reader.Read(text)).Spans);

    [Fact]
    public void Read_Spans_ShowTheWordsThatGaveTheField()
    {
        const string Text = "姓　名：赵铁柱，性別：男，身高１６５ｃｍ，臉上有黑痣。";
        var person = Assert.Single(Reader.Read(Text));
        Assert.Equal([("name", "赵铁柱"), ("sex", "男"), ("height_cm", "身高１６５ｃｍ"), ("marks", "臉上有黑痣")], person.Spans.Select(s => (s.Field, Text[s.Start..s.End])).OrderBy(s => Text.IndexOf(s.Item2, StringComparison.Ordinal)).Where(s => s.Field is "name" or "sex" or "height_cm" or "marks").Distinct());
    }

    [Fact]
    public void Read_NumbersToCall_StandInNoField()
    {
        var text = Page + "知情者请联系王女士：0817-1234567，微信号abc12345，志愿者：大山";
        var person = Assert.Single(Reader.Read(text));
        Assert.All(person.Spans, s => Assert.DoesNotMatch("1380000|1234567|12345|大山|王女士", text[s.Start..s.End]));
    }

    [Fact]
    public void Read_HomeAsHeard_HasCandidates() =>
        Assert.Contains(Assert.Single(Reader.Read("自称家在“仪龙县”（音）")).HomeCandidates!, p => p.Code.Digits == "511324");

    [Fact]
    public void Read_TextTenTimesAsLong_KeepsTheFieldsOfItsFirstPage()
    {
        var one = Assert.Single(Reader.Read(Page));
        var ten = Reader.Read(string.Concat(Enumerable.Repeat(Page, 10)))[0];
        Assert.Equal((one.Sex, one.Age, one.HeightCm, one.Missing, one.HomePlace), (ten.Sex, ten.Age, ten.HeightCm, ten.Missing, ten.HomePlace));
    }

    [Theory]
    [InlineData("家")]
    [InlineData("1")]
    [InlineData("在")]
    [InlineData("姓 ")]
    [InlineData("名：")]
    [InlineData("|")]
    [InlineData("【")]
    [InlineData("说")]
    [InlineData("口音")]
    [InlineData("一名男子，")]
    public void Read_OneWordOverAndOver_PointsIntoTheText(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 6000 / word.Length));
        Assert.All(Reader.Read(text), p => Assert.All(p.Spans, span => Assert.InRange(span.End, span.Start + 1, text.Length)));
    }

    private static readonly Gen<string> Words = Gen.OneOf([.. new[] { "男", "女", "约", "岁", "六十", "1米6", "5", "厘米", "眉", "痣", "家住", "四川", "省", "穿", "黑色", "外套", "，", "。", "（音）", "“", "”", "父亲", "2024年", "农历", "初", "走失", "\n", "姓名：", "性 别：", "|", "【年龄】", "一名", "另一位", "姐姐", "1、", "在", "广场", "发现", "口音", "或", "管", "叫" }.Select(Gen.Const)]).Array[0, 30].Select(string.Concat);
}
