using System.Globalization;
using CsCheck;
using FamilyReunite.Casework.Review;

namespace FamilyReunite.Casework.Tests.Review;

public sealed class EvidenceTableTests
{
    private const string Stored = """
        [{"feature":"home","level":"strong","weight":3.14,"zh":"听音“购葛”与苟角相近","en":"“购葛” sounds like Goujiao"},
         {"feature":"weight","level":"nothingToCompare","weight":0,"zh":"一方没有体重","en":"one side says nothing about weight"},
         {"feature":"marks","level":"conflict","weight":-0.62,"zh":"痣的左右相反","en":"the mole is on the other side"},
         {"feature":"height","level":"partial","weight":0.38,"zh":"身高相近","en":"heights are close"}]
        """;

    [Theory]
    [InlineData("zh-CN", "基数 −6.9|家乡 ＋3.1 听音“购葛”与苟角相近|体貌特征 −0.6 痣的左右相反|身高 ＋0.4 身高相近|合计 −4.0|未比 体重")]
    [InlineData("en", "基数 −6.9|Home ＋3.1 “购葛” sounds like Goujiao|Marks −0.6 the mole is on the other side|Height ＋0.4 heights are close|合计 −4.0|未比 Weight")]
    public void Read_StoredEvidence_SaysEachBarInWords(string language, string expected)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var table = EvidenceTable.Read(Stored, -6.9, -4.0);
        string[] lines =
        [
            "基数 " + EvidenceTable.Signed(table.Prior),
            .. table.Bars.Select(b => $"{ReviewWords.Feature(b.Feature, culture)} {EvidenceTable.Signed(b.Tenths)} {b.Sentence(culture)}"),
            "合计 " + EvidenceTable.Signed(table.Score), "未比 " + string.Join(' ', table.NotCompared.Select(f => ReviewWords.Feature(f, culture))),
        ];
        Assert.Equal(expected, string.Join('|', lines));
    }

    [Fact]
    public void Read_AnyWeights_ShownBarsSumToTheShownScore() =>
        Gen.Select(Gen.Double[-9, 0], Gen.Double[-9, 9].Array[0, 18]).Sample((prior, weights) =>
        {
            var json = "[" + string.Join(',', weights.Select(w => string.Create(CultureInfo.InvariantCulture, $$"""{"feature":"x","level":"Weak","weight":{{w:R}},"zh":"","en":""}"""))) + "]";
            var table = EvidenceTable.Read(json, prior, prior + weights.Sum());
            Assert.Equal(table.Score, table.Prior + table.Bars.Sum(b => b.Tenths));
            Assert.All(table.Bars.Zip(weights.OrderByDescending(Math.Abs)), x => Assert.InRange(x.First.Tenths - x.Second * 10, -1.0001, 1.0001));
        });

    [Fact]
    public void Read_WeightBeyondTheScale_IsMarkedAsCut() =>
        Assert.True(Assert.Single(EvidenceTable.Read("""[{"feature":"dna","level":"Exact","weight":12.5,"zh":"","en":""}]""", -7, 5.5).Bars).IsCut);
}
