using FamilyReunite.Search.Tokens;

namespace FamilyReunite.Search.Tests.Tokens;

public sealed class SoundTests
{
    [Theory]
    [InlineData("zhang", "zang")]
    [InlineData("ning", "lin")]
    [InlineData("hui", "fei")]
    [InlineData("hu", "fu")]
    [InlineData("cheng", "cen")]
    [InlineData("nü", "lv")]
    [InlineData("huang", "fang")]
    public void Of_OftenConfused_GiveOneKey(string a, string b) => Assert.Equal(SoundKey.Of(a), SoundKey.Of(b));

    [Theory]
    [InlineData("li", "wu")]
    [InlineData("ban", "bang")]
    [InlineData("e", "en")]
    public void Of_SeldomConfused_StayApart(string a, string b) => Assert.NotEqual(SoundKey.Of(a), SoundKey.Of(b));

    [Theory]
    [InlineData("gouge", "gou ge")]
    [InlineData("zhangjianguo", "zhang jian guo")]
    [InlineData("NVER", "nv er")]
    [InlineData("xian", "xian")]
    [InlineData("bridge", "")]
    [InlineData("", "")]
    public void Split_Letters_GivesFewestSyllables(string letters, string expected) => Assert.Equal(expected, string.Join(' ', PinyinWords.Split(letters)));

    [Fact]
    public void Hash_ReferenceVector_Agrees()
    {
        // key 00..0f over 00..0e, from the paper's appendix
        var hash = new TokenHash([.. Enumerable.Range(0, 16).Select(i => (byte)i)]);
        Assert.Equal(0xa129ca6149be45e5UL, hash.Of([.. Enumerable.Range(0, 15).Select(i => (byte)i)]));
    }
}
