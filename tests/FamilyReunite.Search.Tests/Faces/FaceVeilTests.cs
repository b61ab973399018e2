using CsCheck;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Tests.Faces;

public sealed class FaceVeilTests
{
    [Fact]
    public void Turn_AnyTwoVectors_KeepsTheirLikeness() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 300]).Sample((seed, dimension) =>
        {
            var random = new Random(seed);
            var (a, b) = (Values(random, dimension), Values(random, dimension));
            var veil = new FaceVeil(InventedFaces.Key, "a", dimension);
            Assert.Equal(Dot(a, b), Dot(veil.Turn(a), veil.Turn(b)), 1e-5);
            Assert.Equal(1, Dot(veil.Turn(a), veil.Turn(a)), 1e-5);
        }, iter: 100);

    [Fact]
    public void Turn_WithoutTheKey_IsLikeNobody()
    {
        var random = new Random(1);
        var veil = new FaceVeil(InventedFaces.Key, "a", InventedFaces.Dimension);
        var faces = Enumerable.Range(0, 200).Select(_ => InventedFaces.Vector(random)).ToList();
        // two strangers are unlike by about 1/√128
        Assert.InRange(faces.Average(f => Math.Abs(Dot(f, veil.Turn(f)))), 0, .12);
        var (otherKey, otherPack) = (new FaceVeil([.. InventedFaces.Key.Reverse()], "a", InventedFaces.Dimension), new FaceVeil(InventedFaces.Key, "b", InventedFaces.Dimension));
        Assert.InRange(faces.Average(f => Math.Abs(Dot(otherKey.Turn(f), veil.Turn(f)))), 0, .12);
        Assert.InRange(faces.Average(f => Math.Abs(Dot(otherPack.Turn(f), veil.Turn(f)))), 0, .12);
        Assert.Equal(veil.Turn(faces[0]), new FaceVeil(InventedFaces.Key, "a", InventedFaces.Dimension).Turn(faces[0]));
    }

    /// <summary>One number that stands for a whole direction goes into all of them.</summary>
    [Fact]
    public void Turn_OneNumber_GoesIntoAll()
    {
        var axis = new float[InventedFaces.Dimension];
        axis[5] = 1;
        var turned = new FaceVeil(InventedFaces.Key, "a", InventedFaces.Dimension).Turn(axis);
        Assert.DoesNotContain(0f, turned);
        Assert.InRange(turned.Max(Math.Abs), 0, .6f);
    }

    private static float[] Values(Random random, int dimension)
    {
        var values = Enumerable.Range(0, dimension).Select(_ => random.NextDouble() - .5).ToArray();
        var length = Math.Sqrt(values.Sum(v => v * v));
        return [.. values.Select(v => (float)(v / length))];
    }

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
