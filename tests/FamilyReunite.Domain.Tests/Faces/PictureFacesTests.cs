using FamilyReunite.Domain.Faces;

namespace FamilyReunite.Domain.Tests.Faces;

public sealed class PictureFacesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_OneDrawnFace_IsAskedAndNotComparedUntilSomebodySays()
    {
        var faces = Read(FaceDoubts.Drawn | FaceDoubts.Blurred);
        Assert.Equal((FaceReading.LooksDrawn, 0), (faces.Reading, faces.Chosen));
        faces.Mark(PictureOrigin.Photo);
        Assert.Equal((FaceReading.Compared, 0, FaceDoubts.Blurred), (faces.Reading, faces.Chosen, faces.DoubtsOf(0)));
        // another pack does not ask again
        faces.Read("b", [Box(FaceDoubts.Drawn)], Now);
        Assert.Equal(FaceReading.Compared, faces.Reading);
    }

    [Fact]
    public void Mark_DrawnAndThenARealPhotoAfterAll_IsOutAndBackIn()
    {
        var faces = Read(FaceDoubts.Drawn);
        faces.Mark(PictureOrigin.Drawn);
        Assert.Equal((FaceReading.KeptOut, null), (faces.Reading, faces.Chosen));
        Assert.False(faces.Choose(0, Guid.Empty).Succeeded);
        faces.Mark(PictureOrigin.Photo);
        Assert.Equal((FaceReading.Compared, 0), (faces.Reading, faces.Chosen));
    }

    [Fact]
    public void Choose_ADrawnFaceAmongSeveral_IsAskedFirst()
    {
        var faces = Read(FaceDoubts.None, FaceDoubts.Drawn);
        Assert.Equal(FaceReading.ToChoose, faces.Reading);
        Assert.True(faces.Choose(1, Guid.AllBitsSet).Succeeded);
        Assert.Equal(FaceReading.LooksDrawn, faces.Reading);
        Assert.True(faces.Choose(0, Guid.AllBitsSet).Succeeded);
        Assert.Equal(FaceReading.Compared, faces.Reading);
    }

    [Fact]
    public void Mark_APhotoWhereSomebodyChose_KeepsTheChoice()
    {
        var faces = Read(FaceDoubts.None, FaceDoubts.None);
        faces.Choose(1, Guid.AllBitsSet);
        faces.Mark(PictureOrigin.Photo);
        Assert.Equal((FaceReading.Compared, 1), (faces.Reading, faces.Chosen));
    }

    private static PictureFaces Read(params FaceDoubts[] doubts)
    {
        var faces = new PictureFaces(Guid.AllBitsSet, Guid.AllBitsSet);
        faces.Read("a", [.. doubts.Select((d, i) => Box(d) with { X = i * .3f })], Now);
        return faces;
    }

    private static FaceBox Box(FaceDoubts doubts) => new(0, .1f, .2f, .2f, .9f, new float[10], doubts);
}
