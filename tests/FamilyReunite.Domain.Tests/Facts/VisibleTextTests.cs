using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Domain.Tests.Facts;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("李\u0007四", true)]
    [InlineData("\u202E四李", true)]
    [InlineData("李\u200B四", true)]
    [InlineData("李四\n第二行\t", false)]
    [InlineData("ئابدۇللا\u200F", false)]
    [InlineData("𠀀😀", false)]
    public void HasHidden_EachWriting_IsToldApart(string text, bool hidden) => Assert.Equal(hidden, VisibleText.HasHidden(text));

    [Theory]
    [InlineData(" 李\u0007四\u202E ", "李四")]
    [InlineData("\u200B ", null)]
    [InlineData(null, null)]
    public void WordsOf_EachText_KeepsWhatIsSeen(string? text, string? words) => Assert.Equal(words, VisibleText.WordsOf(text));

    [Theory]
    [InlineData("王某", true)]
    [InlineData("王\n某", false)]
    public void IsOneLine_EachText_KnowsLineBreaks(string text, bool oneLine) => Assert.Equal(oneLine, VisibleText.IsOneLine(text));
}
