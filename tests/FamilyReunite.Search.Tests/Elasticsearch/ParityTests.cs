using System.Diagnostics;
using System.Globalization;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching.Retrieval;
using FamilyReunite.Matching.Simulation;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Lucene;
using FamilyReunite.Search.Tests.Faces;
using FamilyReunite.Search.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Both engines over the same invented people.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ParityTests(TestCluster cluster, ITestOutputHelper output)
{
    /// <summary>Reports in both engines; 20000 is the full measure and takes some minutes. One person is asked for every twenty reports, two hundred at least a thousand at most.</summary>
    public const string Variable = "REUNITE_TEST_PARITY";

    /// <summary>Persons asked for, when other than that.</summary>
    public const string QueriesVariable = "REUNITE_TEST_PARITY_QUERIES";

    private const int Top = 50;
    private const double Least = 0.99;

    internal static int Reports => Number(Variable) ?? 2000;

    internal static int Persons => Number(QueriesVariable) ?? Math.Clamp(Reports / 20, 200, 1000);

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var n) ? n : null;

    [Fact]
    public async Task Search_SamePeopleInBothEngines_ShowsTheSameFifty()
    {
        var options = cluster.Options();
        var ct = TestContext.Current.CancellationToken;
        var people = ReadPopulation.Simulate(new(77, Persons, Reports, 1, SimulationProfile.Training), new ClueReader(new PlaceResolver()), null, ct);
        var tokenizer = new ClueTokenizer();
        var documents = people.Reports.AsParallel().AsOrdered().Select(r => tokenizer.Document(r.Record, r.Clues)).ToList();
        var folder = Directory.CreateTempSubdirectory("family-reunite-parity-");
        using var embedded = new LuceneCandidateIndex(new LuceneIndexOptions(folder.FullName), NullLogger<LuceneCandidateIndex>.Instance);
        using var client = TestCluster.Client(options);
        var counted = new CountsSearches(client);
        using var shared = await TestCluster.OpenAsync(counted, options);
        try
        {
            await FillAsync(embedded, documents, ct);
            var faces = FacesOfPeople.Of(people);
            var (own, common) = (faces.Embedded(), await faces.SharedAsync(client, options, ct));
            var start = Stopwatch.GetTimestamp();
            await FillAsync(shared, documents, ct);
            output.WriteLine($"{documents.Count} reports indexed in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
            var (same, times) = (0, new List<double>());
            var brought = 0;
            foreach (var person in people.Persons)
            {
                var (query, face) = (tokenizer.Query(person.Clues, RecordKind.Missing, Top), faces.Query(person));
                var (expected, near) = (await embedded.SearchAsync(query, ct), await own.NearestAsync([face], ct));
                start = Stopwatch.GetTimestamp();
                var (actual, found) = (await shared.SearchAsync(query, ct), await common.NearestAsync([face], ct));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (expected.SequenceEqual(actual) && near[0].SequenceEqual(found[0])) same++;
                brought += found[0].Count(f => actual.All(h => h.RecordId != f.RecordId));
            }
            times.Sort();
            Assert.True(brought > people.Persons.Count, "Faces bring candidates that clues do not.");
            output.WriteLine($"{same} of {times.Count} queries alike, faces included; median {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms");
            Assert.InRange((double)same / people.Persons.Count, Least, 1);
            await CompareTogetherAsync(embedded, shared, counted, [.. people.Persons.Select(p => tokenizer.Query(p.Clues, RecordKind.Missing, RetrievalDepth.Reports))], ct);
        }
        finally
        {
            await TestCluster.DropAsync(client, options);
            embedded.Dispose();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>As a night asks: at its depth, many together.</summary>
    private async Task CompareTogetherAsync(ICandidateIndex embedded, ICandidateIndex shared, CountsSearches counted, IReadOnlyList<CandidateQuery> queries, CancellationToken ct)
    {
        var (before, start) = (counted.Requests, Stopwatch.GetTimestamp());
        var actual = await shared.SearchAllAsync(queries, ct);
        var (seconds, requests) = (Stopwatch.GetElapsedTime(start).TotalSeconds, counted.Requests - before);
        (before, start) = (counted.Requests, Stopwatch.GetTimestamp());
        foreach (var query in queries) await shared.SearchAsync(query, ct);
        output.WriteLine($"one by one: {counted.Requests - before} requests, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        var expected = await embedded.SearchAllAsync(queries, ct);
        var same = expected.Zip(actual).Count(p => p.First.SequenceEqual(p.Second));
        output.WriteLine($"together: {same} of {queries.Count} alike in {requests} requests, {seconds:0.0} s");
        Assert.InRange((double)same / queries.Count, Least, 1);
        Assert.InRange(requests, 1, queries.Count / 5);
    }

    private static async Task FillAsync(ICandidateIndex index, IReadOnlyList<IndexDocument> documents, CancellationToken ct)
    {
        await using var build = await index.BeginRebuildAsync(ct);
        foreach (var chunk in documents.Chunk(500)) await build.AddAsync(chunk, ct);
        await build.SwapAsync(1, ct);
    }
}
