using CsCheck;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Tests.Sounds;

public sealed class ListenerModelTests
{
    private static readonly SoundInventory Sounds = SoundInventory.Whole;

    [Fact]
    public void Log_AnyVarietyInAnyArea_SumsToOne() =>
        Gen.Select(Gen.OneOf([.. ConfusionTable.Areas.Select(Gen.Const)]), Gen.Int[0, Sounds.Varieties.Length - 1]).Sample(
            (area, variety) => Assert.Equal(1, Enumerable.Range(0, Sounds.Syllables.Length).Sum(h => Math.Exp(ListenerModel.For(area).Log(h, variety))), 3), iter: 200);

    [Fact]
    public void Raise_AnySyllable_AgreesWithLog()
    {
        var model = ListenerModel.For("湘語－長益片");
        var row = new float[Sounds.Varieties.Length];
        foreach (var heard in new[] { "zhuang", "e", "lv" }.Select(Sounds.SyllableOf))
        {
            Array.Fill(row, -99);
            model.Raise(heard, -1, row);
            Assert.All(Enumerable.Range(0, row.Length), v => Assert.Equal(model.Log(heard, v) - 1, row[v], 4));
        }
    }

    [Fact]
    public void Log_InitialsTogether_SayWhatTheTableSays()
    {
        var (area, at) = ("閩語－閩南片", Array.IndexOf(Sounds.InitialSounds, "g"));
        var (heard, use) = (0.0, 0.0);
        for (var v = 0; v < Sounds.Varieties.Length; v++)
        {
            if (Sounds.Syllables[Sounds.Varieties[v].Syllable].Initial != "j") continue;
            use += Sounds.Weights[v];
            for (var h = 0; h < Sounds.Syllables.Length; h++)
                if (Sounds.InitialOf[h] == at) heard += Sounds.Weights[v] * Math.Exp(ListenerModel.For(area).Log(h, v));
        }
        Assert.InRange(heard / use, 0.7 * ConfusionTable.For(area).Initial("g", "j"), ConfusionTable.For(area).Initial("g", "j"));
    }

    [Theory]
    [InlineData("閩語－閩南片", "ke", '溪', '西')]
    [InlineData("粤語－廣府片", "man", '文', '云')]
    [InlineData("閩語－閩南片", "dan", '陈', '臣')]
    [InlineData("湘語－婁邵片", "ga", '家', '机')]
    [InlineData("客家話－粤臺片", "pa", '白', '摆')]
    [InlineData("客家話－粤臺片", "pang", '坪', '凭')]
    public void Log_OlderSoundKeptApart_PrefersTheOneThatHadIt(string area, string heard, char kept, char other)
    {
        var syllable = Sounds.SyllableOf(heard);
        Assert.True(Log(area, syllable, kept) > Log(area, syllable, other) + 0.4, $"{Log(area, syllable, kept)} {Log(area, syllable, other)}");
    }

    [Theory]
    [InlineData('溪', 'K', 'Q')]
    [InlineData('西', 'P', 'Q')]
    [InlineData('家', 'K', '2')]
    [InlineData('长', 't', 'O')]
    [InlineData('万', 'M', 'O')]
    [InlineData('石', 's', 'E')]
    [InlineData('城', 's', 'G')]
    [InlineData('A', '-', '-')]
    public void Groups_Character_AreThoseOfTheOldBooks(char c, char initial, char rhyme) => Assert.Equal((initial, rhyme), NameCharacters.Groups(c));

    [Fact]
    public void Count_CommonCharacter_OutnumbersARareOne() => Assert.True(NameCharacters.Count('庄') > 100 * NameCharacters.Count('夼') && NameCharacters.Count('夼') > 0);

    private static double Log(string area, int heard, char c) => ListenerModel.For(area).Log(heard, Sounds.VarietyOf(c, CharacterReadings.Of(c)[0]));
}
