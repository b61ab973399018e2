using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces.Measuring;

public sealed class MeasuredShareTests
{
    /// <summary>Photos of one person mostly say the same; an interval that counts photos would hold the truth far too seldom.</summary>
    [Theory]
    [InlineData(60, 10, .8)]
    [InlineData(400, 1, .9)]
    [InlineData(40, 45, .95)]
    public void Of_ManyMeasurements_HoldTheTrueShareAboutAsOftenAsSaid(int persons, int photos, double truth)
    {
        var (random, held) = (new Random(11), 0);
        for (var run = 0; run < 400; run++)
        {
            var answers = Enumerable.Range(0, persons).SelectMany(person =>
            {
                // two of three persons answer alike in all photos, the others photo by photo
                bool? alike = random.Next(3) > 0 ? random.NextDouble() < truth : null;
                return Enumerable.Range(0, photos).Select(_ => (person, alike ?? random.NextDouble() < truth));
            }).ToList();
            if (MeasuredShare.Of(answers) is { } share && share.Low <= truth && truth <= share.High) held++;
        }
        Assert.InRange(held / 400.0, .92, 1);
    }

    [Fact]
    public void Of_AllHeld_IsNotSure() => Assert.InRange(MeasuredShare.Of([.. Enumerable.Range(0, 400).Select(i => (i / 10, true))])!.Low, .90, .92);

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Null(MeasuredShare.Of([]));
}
