using CsCheck;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Tests.Sounds;

public sealed class SoundComparerTests
{
    private static readonly SoundComparer Comparer = new();

    [Theory]
    [InlineData("购葛", "苟角", "北京")]
    [InlineData("原阳", "鸳鸯", "洛阳")]
    [InlineData("芜湖", "五福", "上海")]
    [InlineData("刘庄", "刘家庄", "李坊")]
    [InlineData("王家屯", "王家庄", "王家坡")]
    public void LogLikelihood_PublishedMishearings_BeatsAStranger(string heard, string spoken, string stranger) =>
        Assert.True(Comparer.LogLikelihood(heard, spoken) > Comparer.LogLikelihood(heard, stranger));

    [Fact]
    public void LogLikelihood_LostSuffix_CostsLessThanALostName() =>
        Assert.True(Comparer.LogLikelihood("王庄", "王家庄") > Comparer.LogLikelihood("王庄", "王新庄"));

    [Fact]
    public void LogLikelihood_OtherLevelWord_CostsButDoesNotKill()
    {
        var (same, none, other) = (Comparer.LogLikelihood("芜湖村", "五福村"), Comparer.LogLikelihood("芜湖", "五福村"), Comparer.LogLikelihood("芜湖镇", "五福村"));
        Assert.True(same > none && none > other && other > same - 4);
    }

    [Fact]
    public void LogLikelihood_Area_KnowsItsMergers() =>
        Assert.True(new SoundComparer("西南官話－川黔片").LogLikelihood("兰溪", "南溪") > new SoundComparer("東北官話－吉瀋片").LogLikelihood("兰溪", "南溪") + 1);

    [Theory]
    [InlineData("")]
    [InlineData("Smith 123")]
    public void Similarity_NothingToRead_IsZero(string text)
    {
        Assert.Equal(0, Comparer.Similarity(text, "苟角"));
        Assert.Equal(SoundVerdict.NothingToRead, Comparer.Explain("苟角", text).Verdict);
    }

    [Fact]
    public void Explain_AnyTwoNames_StepsAddUpAndCoverBoth() =>
        Gen.Select(Name, Name).Sample((heard, spoken) =>
        {
            var why = Comparer.Explain(heard, spoken);
            Assert.Equal(why.LogLikelihood, why.Steps.Sum(s => Math.Log(s.Probability)), 9);
            Assert.Equal(why.LogLikelihood, Comparer.LogLikelihood(heard, spoken), 9);
            Assert.Equal(heard, string.Concat(why.Steps.Select(s => s.Heard)));
            Assert.Equal(spoken, string.Concat(why.Steps.Select(s => s.Spoken)));
            Assert.InRange(why.LogLikelihood, -1000, 0);
        });

    [Fact]
    public void Explain_OtherSound_TellsInitialAndFinal()
    {
        var step = new SoundComparer("江淮官話－洪巢片").Explain("苏湖", "苏福").Steps[1];
        Assert.Equal((SoundChange.OtherSound, "hu", "fu"), (step.Change, step.HeardAs, step.SpokenAs));
        Assert.Equal(step.Probability, step.Initial!.Value * step.Final!.Value, 4);
        Assert.True(step.Final > step.Initial);
    }

    [Theory]
    [InlineData("刘庄", "刘屯", SoundChange.OtherSettlement)]
    [InlineData("末家", "未家", SoundChange.LookAlike)]
    [InlineData("杨家", "阳家", SoundChange.SameSound)]
    [InlineData("杨家", "杨家", SoundChange.SameCharacter)]
    [InlineData("杨家儿", "杨家", SoundChange.Added)]
    [InlineData("杨坡", "杨家坡", SoundChange.Lost)]
    [InlineData("杨坡村", "杨坡", SoundChange.LevelWord)]
    public void Explain_Change_IsNamed(string heard, string spoken, SoundChange change) => Assert.Contains(Comparer.Explain(heard, spoken).Steps, s => s.Change == change);

    [Theory]
    [InlineData("阳家坡", "杨家坡", SoundVerdict.SameSound)]
    [InlineData("苟角", "北京", SoundVerdict.Unlikely)]
    public void Explain_Pair_HasAVerdict(string heard, string spoken, SoundVerdict verdict) => Assert.Equal(verdict, Comparer.Explain(heard, spoken).Verdict);

    [Fact]
    public void LogLikelihood_AnyName_HeardRightBeatsAnyOtherName() =>
        Gen.Select(Name, Name).Sample((a, b) => Assert.True(Comparer.LogLikelihood(a, a) >= Comparer.LogLikelihood(b, a) - 2 * a.Length));

    [Fact]
    public void Similarity_AnyUnicode_DoesNotThrow() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) => Assert.InRange(Comparer.Similarity(a, b), 0, 1));

    private const string Characters = "王李张刘陈杨赵黄周吴徐孙庄屯沟河山岭坪湾塘桥店口堡角苟葛购原阳鸳鸯五福芜湖仪陇";

    private static Gen<string> Name => Gen.Int[0, Characters.Length - 1].Array[1, 5].Select(at => new string([.. at.Select(i => Characters[i])]));
}
