using CsCheck;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Tests.Sounds;

public sealed class SoundTests
{
    private readonly SoundComparer _comparer = new(ConfusionTable.For(ConfusionTable.Pooled));

    [Theory]
    [InlineData('单', "dan", "shan")]
    [InlineData('仇', "chou", "qiu")]
    [InlineData('堡', "bao", "pu")]
    [InlineData('乐', "le", "yue")]
    [InlineData('葛', "ge", "ge")]
    [InlineData('鴛', "yuan", "yuan")]
    public void Of_HeteronymOrTraditional_KnowsTheReadings(char character, params string[] readings) =>
        Assert.All(readings, r => Assert.Contains(r, CharacterReadings.Of(character)));

    [Theory]
    [InlineData("zhi", "zh", "ɨ")]
    [InlineData("lv", "l", "v")]
    [InlineData("lü", "l", "v")]
    [InlineData("ju", "j", "v")]
    [InlineData("you", "", "iu")]
    [InlineData("wei", "", "ui")]
    [InlineData("er", "", "er")]
    public void Parse_Pinyin_SplitsIntoInitialAndFinal(string pinyin, string initial, string final) =>
        Assert.Equal(new Syllable(initial, final), Syllable.Parse(pinyin));

    [Theory]
    [InlineData("购葛", "苟角", "北京")]
    [InlineData("原阳", "鸳鸯", "洛阳")]
    [InlineData("芜湖", "五福", "上海")]
    [InlineData("刘庄", "刘家庄", "李坊")]
    public void LogLikelihood_PublishedMishearings_BeatsAStranger(string heard, string spoken, string stranger) =>
        Assert.True(_comparer.LogLikelihood(heard, spoken) > _comparer.LogLikelihood(heard, stranger));

    [Fact]
    public void LogLikelihood_LostSuffix_CostsLessThanALostName() =>
        Assert.True(_comparer.LogLikelihood("王庄", "王家庄") > _comparer.LogLikelihood("王庄", "王新庄"));

    [Theory]
    [InlineData("")]
    [InlineData("Smith 123")]
    public void Similarity_NothingToRead_IsZero(string text) => Assert.Equal(0, _comparer.Similarity(text, "苟角"));

    [Fact]
    public void For_UnknownArea_IsThePooledTable() => Assert.Same(ConfusionTable.For(ConfusionTable.Pooled), ConfusionTable.For("火星"));

    [Fact]
    public void LogLikelihood_AnyTwoNames_IsFiniteAndAtMostZero() =>
        Gen.Select(Name, Name).Sample((a, b) => Assert.InRange(_comparer.LogLikelihood(a, b), -1000, 0));

    [Fact]
    public void LogLikelihood_AnyName_HeardRightBeatsHeardAsNoise() =>
        Name.Sample(a => Assert.True(_comparer.LogLikelihood(a, a) > a.Length * Math.Log(ConfusionTable.Floor)));

    [Fact]
    public void Similarity_AnyUnicode_DoesNotThrow() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) => Assert.InRange(_comparer.Similarity(a, b), 0, 1));

    private const string Characters = "王李张刘陈杨赵黄周吴徐孙庄村屯沟河山岭坪湾塘桥店口堡角苟葛购原阳鸳鸯五福芜湖仪陇";

    private static Gen<string> Name => Gen.Int[0, Characters.Length - 1].Array[1, 5].Select(at => new string([.. at.Select(i => Characters[i])]));
}
