using CsCheck;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class VectorScanTests
{
    [Fact]
    public void Nearest_AnyVectorsAndFilter_AreThoseOfTheFloats() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 140], Gen.Int[1, 20], Gen.Int[0, 1_000_000]).Sample((count, dimension, k, seed) =>
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, count).Select(_ => Vector(random, dimension)).ToArray();
            var query = Vector(random, dimension);
            bool Allowed(int row) => row % 3 != seed % 3;
            Assert.Equal(Expected(rows, query, k, Allowed), new VectorScan(rows, dimension).Nearest(query, k, Allowed).Select(n => n.Row));
        }, iter: 500);

    [Fact]
    public void Nearest_ManyThreadsAndFewAllowed_LosesNobody()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 70_000).Select(_ => Vector(random, 32)).ToArray();
        var scan = new VectorScan(rows, 32);
        foreach (var every in new[] { 1, 7, 4001, 100_000 })
        {
            var query = Vector(random, 32);
            Assert.Equal(Expected(rows, query, 20, row => row % every == 0), scan.Nearest(query, 20, row => row % every == 0).Select(n => n.Row));
        }
    }

    [Fact]
    public void Nearest_NearlyTheSameFaceManyTimes_AreOrderedByFloat()
    {
        // closer to one another than bytes can tell
        var random = new Random(9);
        var one = Vector(random, 128);
        var rows = Enumerable.Range(0, 3000).Select(n => one.Select(v => v + 1e-5f * (float)(random.NextDouble() - 0.5)).ToArray()).ToArray();
        Assert.Equal(Expected(rows, one, 20, _ => true), new VectorScan(rows, 128).Nearest(one, 20).Select(n => n.Row));
    }

    [Fact]
    public void Nearest_VectorsWithoutNumbers_AreLikeNothing()
    {
        var scan = new VectorScan([[float.NaN, 1], [1, 0], [float.PositiveInfinity, 0], [-1, 0], [0, 0]], 2);
        Assert.Equal([1, 4, 3], scan.Nearest([1, 0], 5).Select(n => n.Row));
        Assert.Empty(scan.Nearest([float.NaN, 0], 5));
    }

    [Fact]
    public void Scan_AfterAChange_IsThatOfAFreshOne()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 66_000).Select(_ => Vector(random, 8)).ToArray();
        var former = new VectorScan(rows, 8);
        var changed = rows[..65_900].Append(Vector(random, 8)).ToArray();
        changed[65_700] = Vector(random, 8);
        var query = Vector(random, 8);
        Assert.Equal(Expected(changed, query, 50, _ => true), new VectorScan(changed, 8, former).Nearest(query, 50).Select(n => n.Row));
        Assert.Equal(Expected(rows, query, 50, _ => true), former.Nearest(query, 50).Select(n => n.Row));
    }

    private static IEnumerable<int> Expected(float[][] rows, float[] query, int k, Func<int, bool> allowed) =>
        Enumerable.Range(0, rows.Length).Where(allowed).Select(r => (Row: r, Similarity: Dot(rows[r], query))).OrderByDescending(n => n.Similarity).ThenBy(n => n.Row).Take(k).Select(n => n.Row);

    private static float Dot(float[] row, float[] query)
    {
        var sum = 0f;
        for (var i = 0; i < row.Length; i++) sum += query[i] * row[i];
        return sum;
    }

    /// <summary>Of unit length, or of none.</summary>
    private static float[] Vector(Random random, int dimension)
    {
        var v = Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(v.Sum(x => x * x));
        return random.Next(50) == 0 ? new float[dimension] : [.. v.Select(x => x / length)];
    }
}
