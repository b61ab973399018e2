using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Elasticsearch.Faces;
using FamilyReunite.Search.Faces;
using FamilyReunite.Search.Tests.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Search.Tests.Faces;

[Trait("Needs", "Elasticsearch")]
public sealed class ElasticFaceIndexTests(TestCluster cluster, ITestOutputHelper output) : FaceIndexContract, IAsyncDisposable
{
    private const string Contract = "invented/1";

    private readonly List<(ElasticClient Client, ElasticOptions Options)> _made = [];

    protected override async Task<IFaceIndex> FillAsync(IReadOnlyList<FaceDocument> faces)
    {
        var copy = Open();
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct);
        foreach (var chunk in faces.Chunk(1000)) await copy.PutAsync(Contract, chunk, Ct);
        return copy.Search(Contract, Kept(faces));
    }

    /// <summary>The whole measure behind the switch of the parity test.</summary>
    [Fact]
    public async Task Nearest_BothEngines_NameTheSameTwenty()
    {
        var faces = InventedFaces.Make(ParityTests.Reports, 11);
        var queries = InventedFaces.Ask(ParityTests.Persons, 20, 12, filtered: true);
        var start = Stopwatch.GetTimestamp();
        var shared = await FillAsync(faces);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Open(_made[0].Options).PurgeAsync(Ct);
        output.WriteLine($"{faces.Count} faces written in {seconds:0.0} s, {await StatAsync("store", "size_in_bytes") / faces.Count} B each");
        var own = await GalleryFaceIndexTests.Open(faces).NearestAsync(queries, Ct);
        start = Stopwatch.GetTimestamp();
        var found = await shared.NearestAsync(queries, Ct);
        output.WriteLine($"{queries.Count} queries together in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        var times = new List<double>();
        foreach (var query in queries.Take(200))
        {
            start = Stopwatch.GetTimestamp();
            await shared.NearestAsync([query], Ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        var same = own.Zip(found).Count(p => p.First.SequenceEqual(p.Second));
        output.WriteLine($"{same} of {queries.Count} alike; alone: median {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms");
        Assert.Equal(queries.Count, same);
    }

    [Fact]
    public async Task Nearest_KeptNoMore_IsInNoAnswer()
    {
        var faces = InventedFaces.Make(100, 1);
        await FillAsync(faces);
        var gone = faces[0];
        var index = Open(_made[0].Options).Search(Contract, Kept(faces.Skip(1)));
        Assert.DoesNotContain(gone.AttachmentId, (await index.NearestAsync([new FaceQuery(gone.Vector, gone.Kind, 20)], Ct))[0].Select(h => h.AttachmentId));
    }

    [Fact]
    public async Task Put_VectorOfAnotherLength_IsRefusedByItself()
    {
        var faces = InventedFaces.Make(3, 1);
        var copy = Open();
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct);
        var refused = await Assert.ThrowsAsync<ElasticException>(() => copy.PutAsync(Contract, [faces[0], faces[1] with { Vector = [1, 0] }, faces[2]], Ct));
        Assert.Equal("elastic.mapping", refused.Problem.Code);
        await copy.PutAsync(Contract, [faces[2]], Ct);
        Assert.Equal(2, await copy.CountAsync(Contract, Ct));
    }

    [Fact]
    public async Task Put_IndexDropped_DoesNotComeBack()
    {
        var copy = Open();
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct);
        await copy.DropAllButAsync(null, Ct);
        await Assert.ThrowsAsync<ElasticException>(() => copy.PutAsync(Contract, InventedFaces.Make(1, 1), Ct));
        Assert.Equal(0, await copy.RemoveAsync([InventedFaces.Id(1, 1)], [InventedFaces.Id(1, 2)], Ct));
        await copy.PurgeAsync(Ct);
        Assert.Empty((await _made[0].Client.IndicesAsync($"{_made[0].Options.Prefix}-*", Ct)).Value.EnumerateObject());
    }

    [Fact]
    public async Task Ensure_TwoPacksOtherDimensionTwoServers_KeepsEachApart()
    {
        var copy = Open();
        var two = Open(_made[0].Options);
        await Task.WhenAll(copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct), two.EnsureAsync(Contract, InventedFaces.Dimension, Ct));
        await copy.EnsureAsync("other", 64, Ct);
        await copy.PutAsync(Contract, InventedFaces.Make(5, 1), Ct);
        Assert.Equal(0, await two.CountAsync("other", Ct));
        await two.DropAllButAsync(Contract, Ct);
        Assert.True(await copy.CountAsync(Contract, Ct) > 0);
        Assert.Single((await _made[0].Client.IndicesAsync($"{_made[0].Options.Prefix}-faces-*", Ct)).Value.EnumerateObject());
        // a pack of the same name with other vectors: what is held is of no use
        await copy.EnsureAsync(Contract, 64, Ct);
        Assert.Equal(0, await copy.CountAsync(Contract, Ct));
    }

    [Fact]
    public async Task Ensure_IndexOfSomebodyElse_SaysSoAndLeavesItAlone()
    {
        var copy = Open();
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct);
        var (client, options) = _made[0];
        var ours = (await client.IndicesAsync($"{options.Prefix}-faces-*", Ct)).Value.EnumerateObject().Single();
        var alias = ours.Value.GetProperty("aliases").EnumerateObject().Single().Name;
        await copy.DropAllButAsync(null, Ct);
        Assert.Empty((await client.CreateAsync(ours.Name, [], Ct)).Problems);
        Assert.Equal("elastic.not-ours", (await Assert.ThrowsAsync<ElasticException>(() => copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct))).Problem.Code);
        await copy.DropAllButAsync(null, Ct);
        Assert.Single((await client.IndicesAsync(ours.Name, Ct)).Value.EnumerateObject());
        Assert.Empty((await client.DeleteAsync(ours.Name, Ct)).Problems);
        await copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct);
        // somebody took the alias away, or pointed it at two
        Assert.Empty((await client.CreateAsync($"{options.Prefix}-faces-two", new JsonObject { ["aliases"] = new JsonObject { [alias] = new JsonObject() } }, Ct)).Problems);
        Assert.Equal("elastic.alias-two", (await Assert.ThrowsAsync<ElasticException>(() => copy.EnsureAsync(Contract, InventedFaces.Dimension, Ct))).Problem.Code);
    }

    [Fact]
    public async Task Remove_PhotoAndRecord_LeaveTheFilesWithThePurge()
    {
        var faces = InventedFaces.Make(60, 4);
        await FillAsync(faces);
        var copy = Open(_made[0].Options);
        var record = faces.GroupBy(f => f.RecordId).First(g => g.Count() == 2).Key;
        var photo = faces.First(f => f.RecordId != record);
        Assert.Equal(3, await copy.RemoveAsync([record], [photo.AttachmentId, InventedFaces.Id(0xF, 1)], Ct));
        Assert.Equal(faces.Count - 3, await copy.CountAsync(Contract, Ct));
        Assert.Empty(await copy.StampsAsync(Contract, [photo.AttachmentId], Ct));
        Assert.DoesNotContain(photo.AttachmentId, await copy.ListAsync(Contract, Ct).Select(f => f.AttachmentId).ToListAsync(Ct));
        for (var waited = 0; waited < 90 && await DeletedAsync() > 0; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
            await copy.PurgeAsync(Ct);
        }
        Assert.Equal(0, await DeletedAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (client, options) in _made)
        {
            await TestCluster.DropAsync(client, options);
            client.Dispose();
        }
    }

    private static FaceVectorOf Kept(IEnumerable<FaceDocument> faces)
    {
        var held = faces.ToDictionary(f => f.AttachmentId, f => f.Vector);
        return (_, attachment) => held.GetValueOrDefault(attachment);
    }

    private Task<long> DeletedAsync() => StatAsync("docs", "deleted");

    private async Task<long> StatAsync(string group, string name)
    {
        using var http = new HttpClient { BaseAddress = cluster.Url };
        var stats = JsonElement.Parse(await http.GetByteArrayAsync(new Uri($"{_made[0].Options.Prefix}-faces-*/_stats/{group}", UriKind.Relative), Ct));
        return stats.GetProperty("_all").GetProperty("total").GetProperty(group).GetProperty(name).GetInt64();
    }

    private ElasticFaces Open(ElasticOptions? same = null)
    {
        // two shards: each answers for its own, the nearest of both are the nearest
        var options = same ?? cluster.Options() with { Shards = 2 };
        var client = TestCluster.Client(options);
        _made.Add((client, options));
        return new ElasticFaces(client, options, InventedFaces.Key, TimeProvider.System, NullLogger<ElasticFaces>.Instance);
    }
}
