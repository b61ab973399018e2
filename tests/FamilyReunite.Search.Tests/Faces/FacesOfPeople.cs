using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Elasticsearch.Faces;
using FamilyReunite.Search.Faces;
using FamilyReunite.Search.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Search.Tests.Faces;

/// <summary>Invented faces for invented people: every report has one, and a person's is somewhat like the one of the report that is theirs.</summary>
internal sealed class FacesOfPeople
{
    private const string Contract = "invented/people";
    private const int Neighbours = 20;
    private const float Kept = .6f, Added = .8f;

    private readonly Dictionary<Guid, FaceDocument> _reports;
    private readonly Dictionary<Guid, FaceQuery> _queries;

    private FacesOfPeople(Dictionary<Guid, FaceDocument> reports, Dictionary<Guid, FaceQuery> queries) => (_reports, _queries) = (reports, queries);

    public static FacesOfPeople Of(ReadPopulation people)
    {
        var random = new Random(78);
        var reports = people.Reports.ToDictionary(r => r.Id, r => new FaceDocument(InventedFaces.Id(0xA, random.Next(), random.Next()), r.Id, RecordKind.Missing, InventedFaces.Vector(random), new FaceTraits(r.Clues.Sex, BirthYears.Of(r.Clues), r.Record.OrganisationId)));
        return new FacesOfPeople(reports, people.Persons.ToDictionary(p => p.Id, p =>
        {
            var vector = InventedFaces.Vector(random);
            if (people.Mates.TryGetValue(p.Id, out var mate)) vector = Like(reports[mate].Vector, vector);
            return new FaceQuery(vector, RecordKind.Missing, Neighbours, new FaceFilter(p.Clues.Sex, BirthYears.Of(p.Clues)));
        }));
    }

    public FaceQuery Query(ReadRecord person) => _queries[person.Id];

    public IFaceIndex Embedded() => GalleryFaceIndexTests.Open([.. _reports.Values]);

    public async Task<IFaceIndex> SharedAsync(IElasticsearch client, ElasticOptions options, CancellationToken ct)
    {
        var copy = new ElasticFaces(client, options, InventedFaces.Key, TimeProvider.System, NullLogger<ElasticFaces>.Instance);
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, ct);
        foreach (var chunk in _reports.Values.Chunk(1000)) await copy.PutAsync(Contract, chunk, ct);
        return copy.Search(Contract, (record, _) => _reports.GetValueOrDefault(record)?.Vector);
    }

    private static float[] Like(float[] one, float[] other)
    {
        var sum = one.Zip(other, (a, b) => Kept * a + Added * b).ToArray();
        var length = MathF.Sqrt(sum.Sum(v => v * v));
        return [.. sum.Select(v => v / length)];
    }
}
