using CsCheck;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FaceCalibrationTests
{
    private static readonly FaceCalibration Table = new("invented", 0.2f,
    [
        new FaceCell(true, FaceAges.Adults, 10, [new FaceBar(.3f, 1, 1000), new FaceBar(.5f, 4, 25)]),
        new FaceCell(true, FaceAges.Child, 30, [new FaceBar(.3f, 3, 500)]),
        new FaceCell(true, FaceAges.Infant, 5, [new FaceBar(.3f, 3, 500)]),
    ]);

    [Fact]
    public void Of_Any_NeverSpeaksAgainst() =>
        Gen.Select(Gen.Float[-1, 1], Gen.Bool, Gen.Enum<FaceAges>(), Gen.Int[0, 60]).Sample((s, c, a, y) => (Table.Of(s, c, a, y)?.Weight ?? 0) >= 0);

    [Fact]
    public void Of_AMoreAlikePair_NeverSaysLess() =>
        Gen.Select(Gen.Float[-1, 1], Gen.Float[-1, 1], Gen.Enum<FaceAges>(), Gen.Int[0, 60]).Sample((s, t, a, y) => (Table.Of(Math.Min(s, t), true, a, y)?.Weight ?? 0) <= (Table.Of(Math.Max(s, t), true, a, y)?.Weight ?? 0));

    [Theory]
    [InlineData(.6f, true, FaceAges.Adults, 3, 4.0)]
    [InlineData(.4f, true, FaceAges.Adults, 10, 1.0)]
    [InlineData(.29f, true, FaceAges.Adults, 3, null)]
    [InlineData(.6f, true, FaceAges.Adults, 11, null)]
    [InlineData(.6f, false, FaceAges.Adults, 3, null)]
    [InlineData(.6f, true, FaceAges.Adults, null, null)]
    [InlineData(.6f, true, FaceAges.Child, 10, 3.0)]
    [InlineData(.6f, true, FaceAges.Child, 11, FaceCalibration.WeakLead)]
    [InlineData(.6f, true, FaceAges.Infant, 1, FaceCalibration.WeakLead)]
    public void Of_KindOfPhotos_FindsItsCellOrNothing(float similarity, bool clear, FaceAges ages, int? years, double? weight) =>
        Assert.Equal(weight, Table.Of(similarity, clear, ages, years)?.Weight);

    [Fact]
    public void Strangers_OfManyPhotos_AreCounted() => Assert.Equal(3, Table.Of(.5f, true, FaceAges.Adults, 0)!.Strangers(120_000), 3);
}
