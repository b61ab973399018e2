using FamilyReunite.Clues.Descriptions;

namespace FamilyReunite.Clues.Tests.Descriptions;

public sealed class SpeechRegionsTests
{
    [Theory]
    [InlineData("川渝口音", "50 51")]
    [InlineData("像内蒙古话", "15")]
    [InlineData("温州话", "33")]
    [InlineData("普通话", "")]
    [InlineData("手语", "")]
    public void Provinces_Words_AreWherePeopleSpeakSo(string words, string provinces) => Assert.Equal(provinces, string.Join(' ', SpeechRegions.Provinces(words)));
}
