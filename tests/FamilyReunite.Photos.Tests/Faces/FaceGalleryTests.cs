using CsCheck;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class FaceGalleryTests
{
    private const int Dimension = 32;

    [Fact]
    public void Nearest_AnyFilter_IsTheBestOfTheAllowedByFloat() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 25], Gen.Int[0, 1_000_000]).Sample((photos, count, seed) =>
        {
            var random = new Random(seed);
            var entries = Enumerable.Range(0, photos).Select(n => new FaceEntry(Id(1000 + n), Id(1 + random.Next(60)), false, true, 2020, Unit(random))).Select(e => e with { IsReport = e.RecordId.ToByteArray()[0] % 2 == 0 }).ToList();
            var traits = Enumerable.Range(0, 61).ToDictionary(Id, _ => new FaceTraits((Sex)random.Next(3), random.Next(4) == 0 ? null : Years(random), Id(random.Next(3))));
            var filter = new FaceFilter((Sex)random.Next(3), random.Next(2) == 0 ? null : Years(random), random.Next(2) == 0 ? null : Id(random.Next(3)));
            var query = new FaceQuery(Unit(random), random.Next(2) == 0 ? RecordKind.Stranded : RecordKind.Missing, count, filter);
            var expected = entries.Where(e => e.IsReport == (query.Kind == RecordKind.Missing) && Fits(filter, traits[e.RecordId]))
                .GroupBy(e => e.RecordId).Select(g => (g.Key, Similarity: g.Max(e => Dot(e.Values, query.Vector)))).OrderByDescending(r => r.Similarity).Take(count);
            var found = new FaceGallery("a", entries, Dimension).With(id => traits[id]).Nearest(query);
            Assert.Equal(expected.Select(e => e.Key), found.Select(h => h.Face.RecordId));
            Assert.All(found, h => Assert.Equal(Dot(h.Face.Values, query.Vector), h.Similarity, 5));
        }, iter: 300);

    [Fact]
    public void With_OtherTraits_LeavesTheFormerGalleryAsItWas()
    {
        var one = new FaceGallery("a", [new FaceEntry(Id(1), Id(2), true, true, 2020, Unit(new Random(1)))], Dimension);
        var query = new FaceQuery(Unit(new Random(2)), RecordKind.Missing, 1, new FaceFilter(Sex.Male));
        Assert.Empty(one.With(_ => new FaceTraits(Sex.Female, null, default)).Nearest(query));
        Assert.Single(one.Nearest(query));
    }

    /// <summary>Said once more in other words than the product's.</summary>
    private static bool Fits(FaceFilter asked, FaceTraits held)
    {
        if (asked.OrganisationId is { } station && station != held.OrganisationId) return false;
        if ((asked.Sex, held.Sex) is (Sex.Male, Sex.Female) or (Sex.Female, Sex.Male)) return false;
        return asked.BirthYears is not { } a || held.BirthYears is not { } b || (a.Low <= b.High && b.Low <= a.High);
    }

    private static NumberRange Years(Random random) => 1940 + random.Next(60) is var first ? new NumberRange(first, first + random.Next(30)) : default;

    private static float Dot(float[] a, float[] b) => a.Zip(b).Aggregate(0f, (sum, p) => sum + p.First * p.Second);

    private static float[] Unit(Random random)
    {
        var v = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(v.Sum(x => x * x));
        return [.. v.Select(x => x / length)];
    }

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
