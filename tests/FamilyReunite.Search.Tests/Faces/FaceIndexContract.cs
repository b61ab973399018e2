using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Tests.Faces;

/// <summary>What every engine behind <see cref="IFaceIndex"/> must do. A derived class fills one; one that needs a server skips visibly when it is not there.</summary>
public abstract class FaceIndexContract
{
    private static readonly Guid Station = InventedFaces.Id(0xE, 99);

    /// <summary>An index that holds these faces and no others.</summary>
    protected abstract Task<IFaceIndex> FillAsync(IReadOnlyList<FaceDocument> faces);

    [Fact]
    public async Task Nearest_Empty_FindsNobody()
    {
        var index = await FillAsync([]);
        Assert.Empty(Assert.Single(await index.NearestAsync([new FaceQuery(Axis(0), RecordKind.Missing, 20)], Ct)));
        Assert.Empty(await index.NearestAsync([], Ct));
    }

    [Fact]
    public async Task Nearest_InventedFaces_AreThoseOfTheDefinition()
    {
        var faces = InventedFaces.Make(1500, 5);
        var index = await FillAsync(faces);
        foreach (var filtered in new[] { false, true })
        {
            var queries = InventedFaces.Ask(40, 20, 6, filtered);
            var found = await index.NearestAsync(queries, Ct);
            foreach (var (query, hits) in queries.Zip(found)) Assert.Equal(Expected(faces, query), hits);
            Assert.Contains(found, f => f.Count == 20);
        }
    }

    [Fact]
    public async Task Nearest_RecordWithManyPhotos_TakesOnePlace()
    {
        var random = new Random(3);
        var many = Enumerable.Range(0, 300).Select(i => Face(i, 1, Axis(0)));
        var index = await FillAsync([.. many, .. Enumerable.Range(2, 30).Select(r => Face(1000 + r, r, InventedFaces.Vector(random)))]);
        var hits = Assert.Single(await index.NearestAsync([new FaceQuery(Axis(0), RecordKind.Missing, 20)], Ct));
        Assert.Equal(20, hits.Select(h => h.RecordId).Distinct().Count());
        Assert.Equal((InventedFaces.Id(0xA, 0), 1f), (hits[0].AttachmentId, hits[0].Similarity));
    }

    [Fact]
    public async Task Nearest_SamePictureOfSeveralRecords_OrdersByAttachment()
    {
        var index = await FillAsync([.. new[] { 9, 4, 7, 1, 8, 2 }.Select(i => Face(i, 50 + i, Axis(0)))]);
        var hits = Assert.Single(await index.NearestAsync([new FaceQuery(Axis(0), RecordKind.Missing, 4)], Ct));
        Assert.Equal([1, 2, 4, 7], hits.Select(h => h.RecordId).Select(id => Enumerable.Range(0, 10).Single(i => InventedFaces.Id(0xB, 50 + i) == id)));
    }

    [Fact]
    public async Task Nearest_Filters_LetTheUnknownPass()
    {
        var (man, woman, unknown) = (new FaceTraits(Sex.Male, new NumberRange(1980, 1990), Station), new FaceTraits(Sex.Female, new NumberRange(1950, 1960), InventedFaces.Id(0xE, 1)), new FaceTraits(Sex.Unknown, null, InventedFaces.Id(0xE, 1)));
        var index = await FillAsync([Face(1, 1, Axis(0)) with { Traits = man }, Face(2, 2, Axis(0)) with { Traits = woman }, Face(3, 3, Axis(0)) with { Traits = unknown }, Face(4, 4, Axis(0)) with { Kind = RecordKind.Stranded }]);
        async Task FindsAsync(FaceFilter? filter, params int[] records) =>
            Assert.Equal(records.Select(r => InventedFaces.Id(0xB, r)), (await index.NearestAsync([new FaceQuery(Axis(0), RecordKind.Missing, 20, filter)], Ct))[0].Select(h => h.RecordId));
        await FindsAsync(null, 1, 2, 3);
        await FindsAsync(new FaceFilter(Sex.Male), 1, 3);
        await FindsAsync(new FaceFilter(BirthYears: new NumberRange(1990, 2000)), 1, 3);
        await FindsAsync(new FaceFilter(BirthYears: new NumberRange(1961, 1979)), 3);
        await FindsAsync(new FaceFilter(OrganisationId: Station), 1);
        await FindsAsync(new FaceFilter(Sex.Female, OrganisationId: Station));
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IReadOnlyList<NearFace> Expected(IReadOnlyList<FaceDocument> faces, FaceQuery query) =>
    [
        .. faces.Where(f => f.Kind == query.Kind && (query.Filter ?? FaceFilter.None).Allows(f.Traits)).Select(f => new NearFace(f.AttachmentId, f.RecordId, Dot(query.Vector, f.Vector)))
            .OrderByDescending(h => h.Similarity).ThenBy(h => h.AttachmentId).DistinctBy(h => h.RecordId).Take(query.Count),
    ];

    private static float Dot(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static FaceDocument Face(int photo, int record, float[] vector) => new(InventedFaces.Id(0xA, photo), InventedFaces.Id(0xB, record), RecordKind.Missing, vector, default);

    private static float[] Axis(int at) => [.. Enumerable.Range(0, InventedFaces.Dimension).Select(i => i == at ? 1f : 0f)];
}
