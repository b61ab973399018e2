using CsCheck;
using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Tests.Sounds;

public sealed class HeardFormsTests
{
    private static readonly HeardForms Pooled = new();

    [Fact]
    public void Of_AnyName_IsSortedDistinctAndAtMostOneInSum() =>
        Gen.Select(Gen.OneOf([.. ConfusionTable.Areas.Select(Gen.Const)]), Gen.OneOf([.. "刘庄家屯儿坪溪角堡湾".Select(c => Gen.Const(c.ToString()))]).Array[1, 5].Select(string.Concat)).Sample(
            (area, name) =>
            {
                var forms = new HeardForms(area).Of(name, 60);
                Assert.InRange(forms.Sum(f => f.Probability), 0.01, 1 + 1e-6);
                Assert.Equal(forms.OrderByDescending(f => f.Probability).Select(f => f.Pinyin), forms.Select(f => f.Pinyin));
                Assert.Equal(forms.Count, forms.Select(f => f.Pinyin).Distinct().Count());
                Assert.All(forms, f => Assert.Equal(f.Pinyin.Split(' ').Length, f.Others.Count));
            },
            iter: 60);

    [Fact]
    public void Of_BeijingName_IsHeardRightFirst()
    {
        var forms = new HeardForms("北京官話－京承片").Of("刘庄", 5);
        Assert.True(forms[0].Right);
        Assert.Equal(("liu zhuang", "刘庄"), (forms[0].Pinyin, forms[0].Written));
        Assert.InRange(forms[0].Probability, 0.5, 1);
    }

    [Fact]
    public void Of_MergedSounds_AreListed() => Assert.Contains(new HeardForms("西南官話－川黔片").Of("南溪", 10), f => f.Pinyin == "lan xi");

    [Fact]
    public void Of_FreeSyllable_MayBeLost() => Assert.Contains(Pooled.Of("王家庄", 200), f => f.Pinyin == "wang zhuang");

    [Fact]
    public void Of_LevelWord_StaysBehind() => Assert.All(Pooled.Of("五福村", 5), f => Assert.EndsWith("村", f.Written, StringComparison.Ordinal));

    [Theory]
    [InlineData("", 10)]
    [InlineData("abc", 10)]
    [InlineData("刘庄", 0)]
    public void Of_NothingToSay_IsEmpty(string name, int top) => Assert.Empty(Pooled.Of(name, top));

    [Fact]
    public void Of_AnyText_DoesNotThrow() => Gen.String.Sample(text => Assert.NotNull(Pooled.Of(text, 3)));
}
