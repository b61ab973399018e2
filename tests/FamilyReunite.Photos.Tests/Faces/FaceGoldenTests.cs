using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FaceGoldenTests
{
    [Fact]
    public void Find_FamilyOfFour_AreTheKnownBoxesAndTheDaughtersAreALeadAtMost()
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        var pack = ModelPack.Open(shared.Folder).Value!;
        using var detector = new FaceDetector(pack.DetectorPath);
        using var recogniser = new FaceRecogniser(pack);
        var image = SharedPack.Photo("obama_family.jpg");
        var faces = detector.Find(image).OrderBy(f => f.X).ToList();
        (int X, int Y, int W, int H)[] known = [(176, 80, 63, 86), (250, 106, 57, 81), (384, 86, 64, 85), (456, 88, 66, 75)];
        Assert.Equal(known.Length, faces.Count);
        foreach (var (face, box) in faces.Zip(known)) Assert.True(face.Overlap(new DetectedFace(box.X, box.Y, box.W, box.H, 1, [])) > 0.75f, $"{face}");
        var vectors = faces.ConvertAll(f => recogniser.Describe(image, f));
        var pairs = (from a in Enumerable.Range(0, 4) from b in Enumerable.Range(a + 1, 3 - a) select vectors[a].Similarity(vectors[b])!.Value).ToList();
        Assert.InRange(pairs.Max(), 0.24f, 0.44f);
        Assert.All(vectors, v => Assert.Equal(1f, v.Similarity(v)!.Value, 1e-4f));
        Assert.Null(vectors[0].Similarity(vectors[0] with { Contract = "another" }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_PhotoLyingOnItsSide_IsTheSameFace(int quarters)
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        var pack = ModelPack.Open(shared.Folder).Value!;
        using var detector = new FaceDetector(pack.DetectorPath);
        using var recogniser = new FaceRecogniser(pack);
        var upright = SharedPack.Photo("obama_family.jpg");
        var turned = Raster.Turn(upright, quarters);
        var (a, b) = (detector.Find(upright), detector.Find(turned));
        Assert.Equal(a.Count, b.Count);
        foreach (var face in b) Assert.True(a.Max(f => recogniser.Describe(upright, f).Similarity(recogniser.Describe(turned, face))) > 0.8f);
    }

    [Fact]
    public void Open_WeightsThatChanged_AreRefused()
    {
        Assert.SkipUnless(SharedPack.IsThere, "The test pack of face models is not on this machine.");
        using var shared = new SharedPack();
        File.AppendAllText(shared.RecogniserFile, "x");
        Assert.Equal("face.pack-changed", ModelPack.Open(shared.Folder).Problems.Single().Code);
    }

    [Fact]
    public void Open_NoPack_IsToldInWords() => Assert.Equal("face.no-pack", ModelPack.Open(AppContext.BaseDirectory).Problems.Single().Code);
}
