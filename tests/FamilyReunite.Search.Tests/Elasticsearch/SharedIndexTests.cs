using System.Net.Http.Json;
using System.Text.Json;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Tests.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Two servers on one cluster.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class SharedIndexTests(TestCluster cluster) : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<IDisposable> _open = [];
    private ElasticOptions? _options;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ElasticOptions Options => _options ??= cluster.Options() with { MadeWith = "one" };

    [Fact]
    public async Task Rebuild_WhileAnotherServerRebuilds_IsRefusedUntilThatFallsSilent()
    {
        var (one, two) = (await ServerAsync(), await ServerAsync());
        var dead = await one.BeginRebuildAsync(Ct);
        await dead.AddAsync([Doc(1, 1, ("n:half", 1))], Ct);
        Assert.Equal("index.rebuilding", (await Assert.ThrowsAsync<ElasticException>(() => two.BeginRebuildAsync(Ct))).Problem.Code);
        _clock.Advance(TimeSpan.FromMinutes(6));
        await using (var build = await two.BeginRebuildAsync(Ct))
        {
            await build.AddAsync([Doc(2, 1, ("n:whole", 1))], Ct);
            await build.SwapAsync(5, Ct);
        }
        Assert.Single(await one.SearchAsync(Ask(5, ("n:whole", 1)), Ct));
        // four kinds of index of one generation, and the one of the leases: what the dead server left is gone
        Assert.Equal(5, (await Client().IndicesAsync($"{Options.Prefix}-*", Ct)).Value.EnumerateObject().Count());
        await two.BeginRebuildAsync(Ct);
        Assert.Equal("index.rebuilding", (await Assert.ThrowsAsync<ElasticException>(() => dead.SwapAsync(9, Ct))).Problem.Code);
        Assert.Equal(5, await one.PositionAsync(Ct));
    }

    [Fact]
    public async Task Feed_IndexRebuiltByAnother_GoesBackToItsPosition()
    {
        var (one, two) = (await ServerAsync(), await ServerAsync());
        await one.FeedAsync([Put(Doc(1, 1, ("n:a", 1)))], 0, 10, Ct);
        await using (var build = await two.BeginRebuildAsync(Ct)) await build.SwapAsync(4, Ct);
        await one.FeedAsync([Put(Doc(2, 1, ("n:a", 1)))], 10, 20, Ct);
        Assert.Equal(4, await one.PositionAsync(Ct));
        Assert.Empty(await one.SearchAsync(Ask(5, ("n:a", 1)), Ct));
        await one.FeedAsync([Put(Doc(1, 1, ("n:a", 1))), Put(Doc(2, 1, ("n:a", 1)))], 4, 20, Ct);
        Assert.Equal((20, 2), (await two.PositionAsync(Ct), (await two.SearchAsync(Ask(5, ("n:a", 1)), Ct)).Count));
    }

    [Fact]
    public async Task Feed_IndexMadeWithAnotherKey_IsRefusedAndSaysSo()
    {
        var (one, other) = (await ServerAsync(), await ServerAsync(Options with { MadeWith = "other" }));
        Assert.Null(await one.MadeWithAsync(Ct));
        await one.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
        Assert.Equal("one", await other.MadeWithAsync(Ct));
        Assert.Equal("elastic.made-otherwise", (await Assert.ThrowsAsync<ElasticException>(() => other.ApplyAsync([Put(Doc(2, 1, ("n:b", 1)))], 2, Ct))).Problem.Code);
        await using (var build = await other.BeginRebuildAsync(Ct)) await build.SwapAsync(3, Ct);
        Assert.Equal("elastic.made-otherwise", (await Assert.ThrowsAsync<ElasticException>(() => one.ApplyAsync([Put(Doc(2, 1, ("n:b", 1)))], 4, Ct))).Problem.Code);
    }

    [Fact]
    public async Task Open_SeveralServersAtOnce_MakeOneGeneration()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ServerAsync(clock: TimeProvider.System)));
        Assert.All(servers, s => Assert.NotNull(s));
        Assert.Equal(5, (await Client().IndicesAsync($"{Options.Prefix}-*", Ct)).Value.EnumerateObject().Count());
    }

    [Fact]
    public async Task Apply_AnswerLost_IsTakenInOnce()
    {
        var road = new LosesAnswers(Client());
        var index = await ServerAsync(road: road);
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
        road.LosesBulk = true;
        await Assert.ThrowsAsync<ElasticException>(() => index.ApplyAsync([Put(Doc(1, 2, ("n:b", 1))), Put(Doc(2, 1, ("n:b", 1)))], 2, Ct));
        road.LosesBulk = false;
        Assert.Equal(1, await index.PositionAsync(Ct));
        await index.ApplyAsync([Put(Doc(1, 2, ("n:b", 1))), Put(Doc(2, 1, ("n:b", 1)))], 2, Ct);
        Assert.Equal((2, 2, 2), (await index.PositionAsync(Ct), (await index.SearchAsync(Ask(5, ("n:b", 1)), Ct)).Count, (int)await index.CountAsync(RecordKind.Missing, Ct)));
    }

    [Fact]
    public async Task Rebuild_AnswerToTheSwapLost_KeepsWhatTheAliasesPointAt()
    {
        var road = new LosesAnswers(Client());
        var index = await ServerAsync(road: road);
        await using (var build = await index.BeginRebuildAsync(Ct))
        {
            await build.AddAsync([Doc(1, 1, ("n:a", 1))], Ct);
            road.LosesMoves = true;
            await Assert.ThrowsAsync<ElasticException>(() => build.SwapAsync(3, Ct));
            road.LosesMoves = false;
        }
        await using (await index.BeginRebuildAsync(Ct)) Assert.True(true);
        Assert.Single(await index.ListAsync(Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Purge_PersonDeleted_LeavesIdAndVersionAlone()
    {
        var index = await ServerAsync();
        await index.ApplyAsync([Put(Doc(1, 3, ("n:gone", 1))), Put(Doc(2, 1, ("n:kept", 1)))], 1, Ct);
        await index.ApplyAsync([new IndexChange(Id(1), RecordKind.Missing, null)], 2, Ct);
        using var http = new HttpClient { BaseAddress = cluster.Url };
        // a replica that comes back may still ask for the last half minute of changes: until then the cluster itself keeps them
        for (var waited = 0; waited < 90 && await DeletedAsync(http) > 0; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
            await index.PurgeAsync(Ct);
        }
        Assert.Equal(0, await DeletedAsync(http));
        var hits = (await http.GetFromJsonAsync<JsonElement>($"{Options.Prefix}-missing/_search?q=id:{Id(1):N}", Ct)).GetProperty("hits").GetProperty("hits");
        Assert.Equal(["id", "live", "version"], hits[0].GetProperty("_source").EnumerateObject().Select(p => p.Name).Order());
        var log = (await http.GetFromJsonAsync<JsonElement>($"{Options.Prefix}-missing/_stats/translog", Ct)).GetProperty("_all").GetProperty("primaries").GetProperty("translog");
        Assert.Equal(0, log.GetProperty("operations").GetInt32());
        foreach (var field in (string[])["tokens", "bits"])
            Assert.Equal(0, (await Client().CountAsync($"{Options.Prefix}-missing", new() { ["prefix"] = new System.Text.Json.Nodes.JsonObject { [field] = field == "bits" ? "en:gone" : "n:gone" } }, Ct)).Value);
    }

    [Fact]
    public async Task Search_ThreeShards_AnswersLikeTheFormula()
    {
        _options = Options with { Shards = 3 };
        var (index, formula) = (await ServerAsync(), new ReferenceIndex());
        IReadOnlyList<IndexChange> changes = [.. Enumerable.Range(1, 60).Select(i => Put(Doc(i, 1, ("n:all", 1), ($"n:{i % 7}", 1 + i % 3))))];
        await index.ApplyAsync(changes, 1, Ct);
        await formula.ApplyAsync(changes, 1, Ct);
        var query = Ask(20, ("n:all", 1), ("n:1", 2), ("n:3", 0.5f));
        var (expected, actual) = (await formula.SearchAsync(query, Ct), await index.SearchAsync(query, Ct));
        Assert.Equal(expected.Select(h => h.RecordId), actual.Select(h => h.RecordId));
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First.Score, p.Second.Score, 1e-9));
    }

    [Fact]
    public async Task Open_Template_CarriesTheLayout()
    {
        await ServerAsync();
        using var http = new HttpClient { BaseAddress = cluster.Url };
        var template = (await http.GetFromJsonAsync<JsonElement>($"_index_template/{Options.Prefix}-v2", Ct)).GetProperty("index_templates")[0].GetProperty("index_template");
        Assert.Equal(2, template.GetProperty("version").GetInt32());
        (await http.PutAsync(new Uri($"{Options.Prefix}-missing-v2-restored", UriKind.Relative), null, Ct)).EnsureSuccessStatusCode();
        var mapping = (await Client().IndicesAsync($"{Options.Prefix}-missing-v2-restored", Ct)).Value.EnumerateObject().Single().Value.GetProperty("mappings");
        Assert.Equal("strict", mapping.GetProperty("dynamic").GetString());
        (await http.DeleteAsync(new Uri($"_index_template/{Options.Prefix}-v2", UriKind.Relative), Ct)).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_options is not null) await TestCluster.DropAsync(Client(), _options);
        foreach (var o in _open) o.Dispose();
    }

    private async Task<ElasticCandidateIndex> ServerAsync(ElasticOptions? options = null, TimeProvider? clock = null, IElasticsearch? road = null)
    {
        var opened = await ElasticCandidateIndex.OpenAsync(road ?? Client(), options ?? Options, clock ?? _clock, NullLogger<ElasticCandidateIndex>.Instance, Ct);
        Assert.Empty(opened.Problems);
        _open.Add(opened.Value!);
        return opened.Value!;
    }

    /// <summary>Deleted documents that still lie in a segment.</summary>
    private async Task<int> DeletedAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>($"{Options.Prefix}-missing/_segments", Ct)).GetProperty("indices").EnumerateObject()
            .SelectMany(i => i.Value.GetProperty("shards").GetProperty("0").EnumerateArray()).SelectMany(s => s.GetProperty("segments").EnumerateObject()).Sum(s => s.Value.GetProperty("deleted_docs").GetInt32());

    private ElasticClient Client()
    {
        var client = TestCluster.Client(Options);
        _open.Add(client);
        return client;
    }
}
