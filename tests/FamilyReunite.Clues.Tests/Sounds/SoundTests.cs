using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Tests.Sounds;

public sealed class SoundTests
{
    [Theory]
    [InlineData('单', "dan", "shan")]
    [InlineData('仇', "chou", "qiu")]
    [InlineData('堡', "bao", "pu")]
    [InlineData('乐', "le", "yue")]
    [InlineData('葛', "ge", "ge")]
    [InlineData('鴛', "yuan", "yuan")]
    [InlineData('陂', "bei", "pi", "po")]
    [InlineData('埔', "pu", "bu")]
    [InlineData('圩', "wei", "xu")]
    [InlineData('都', "dou", "du")]
    [InlineData('六', "liu", "lu")]
    [InlineData('溪', "xi", "qi")]
    [InlineData('街', "jie", "gai")]
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

    [Fact]
    public void For_UnknownArea_IsThePooledTable() => Assert.Same(ConfusionTable.For(ConfusionTable.Pooled), ConfusionTable.For("火星"));
}
