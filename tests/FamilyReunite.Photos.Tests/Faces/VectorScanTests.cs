using CsCheck;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class VectorScanTests
{
    [Fact]
    public void Nearest_AnyVectorsAndFilter_AreThoseOfTheFloats() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[3, 70], Gen.Int[1, 20], Gen.Int[0, 1_000_000]).Sample((count, dimension, k, seed) =>
        {
            var random = new Random(seed);
            var vectors = Enumerable.Range(0, count).SelectMany(_ => Unit(random, dimension)).ToArray();
            var query = Unit(random, dimension);
            bool Allowed(int row) => row % 3 != seed % 3;
            float Exact(int row) => Enumerable.Range(0, dimension).Aggregate(0f, (sum, i) => sum + query[i] * vectors[row * dimension + i]);
            var expected = Enumerable.Range(0, count).Where(Allowed).Select(r => (Row: r, Similarity: Exact(r))).OrderByDescending(n => n.Similarity).ThenBy(n => n.Row).Take(k).Select(n => n.Row);
            Assert.Equal(expected, new VectorScan(vectors, dimension).Nearest(query, k, Allowed).Select(n => n.Row));
        }, iter: 300);

    private static float[] Unit(Random random, int dimension)
    {
        var v = Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(v.Sum(x => x * x));
        return length == 0 ? v : [.. v.Select(x => x / length)];
    }
}
