using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>What an operator may find at the start: each told by its own problem, and nothing touched that is not ours.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ElasticOpeningTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_NobodyAtTheAddress_SaysUnreachable()
    {
        using var client = TestCluster.Client(new ElasticOptions([new Uri("http://localhost:1")]) { FirstWait = TimeSpan.FromMilliseconds(1) });
        Assert.Equal("elastic.unreachable", await ProblemAsync(client, new ElasticOptions([new Uri("http://localhost:1")])));
    }

    [Fact]
    public async Task Open_FirstOfTwoNodesAway_AsksTheOther()
    {
        var options = cluster.Options() with { Urls = [new Uri("http://localhost:1"), cluster.Url] };
        await WithAsync(options, async client => Assert.Null(await ProblemAsync(client, options)));
    }

    [Fact]
    public async Task Open_AliasOnTwoIndices_SaysWhich()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            Assert.Null(await ProblemAsync(client, options));
            var other = $"{options.Prefix}-missing-other";
            Assert.Empty((await client.CreateAsync(other, [], Ct)).Problems);
            Assert.Empty((await client.MoveAliasesAsync([new AliasMove($"{options.Prefix}-missing", [], other)], Ct)).Problems);
            Assert.Equal("elastic.alias-two", await ProblemAsync(client, options));
        });
    }

    [Fact]
    public async Task Open_IndexInThePlaceOfAnAlias_SaysNotOurs()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            Assert.Empty((await client.CreateAsync($"{options.Prefix}-missing", [], Ct)).Problems);
            Assert.Equal("elastic.not-ours", await ProblemAsync(client, options));
        });
    }

    [Fact]
    public async Task Open_AliasOnAnIndexOfSomeoneElse_SaysNotOurs()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            Assert.Empty((await client.CreateAsync($"{options.Prefix}-x", [], Ct)).Problems);
            Assert.Empty((await client.MoveAliasesAsync([new AliasMove($"{options.Prefix}-missing", [], $"{options.Prefix}-x")], Ct)).Problems);
            Assert.Equal("elastic.not-ours", await ProblemAsync(client, options));
        });
    }

    [Fact]
    public async Task Open_OtherFieldsThanOurs_SaysMapping()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            var body = new JsonObject { ["mappings"] = new JsonObject { ["_meta"] = new JsonObject { ["made_by"] = "FamilyReunite", ["layout"] = 2 }, ["properties"] = new JsonObject { ["tokens"] = new JsonObject { ["type"] = "text" } } } };
            Assert.Empty((await client.CreateAsync($"{options.Prefix}-x", body, Ct)).Problems);
            Assert.Empty((await client.MoveAliasesAsync([new AliasMove($"{options.Prefix}-missing", [], $"{options.Prefix}-x")], Ct)).Problems);
            Assert.Equal("elastic.mapping", await ProblemAsync(client, options));
        });
    }

    [Fact]
    public async Task Open_EarlierLayout_BeginsAnEmptyGeneration()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            var body = new JsonObject { ["mappings"] = new JsonObject { ["_meta"] = new JsonObject { ["made_by"] = "FamilyReunite", ["layout"] = 0 } } };
            Assert.Empty((await client.CreateAsync($"{options.Prefix}-x", body, Ct)).Problems);
            Assert.Empty((await client.MoveAliasesAsync([new AliasMove($"{options.Prefix}-missing", [], $"{options.Prefix}-x")], Ct)).Problems);
            using var index = await TestCluster.OpenAsync(client, options);
            Assert.Equal(0, await index.PositionAsync(Ct));
        });
    }

    [Fact]
    public async Task Apply_ReadOnlyAsAtTheWatermark_SaysSoAndGoesOnAfterwards()
    {
        var options = cluster.Options();
        await WithAsync(options, async client =>
        {
            using var index = await TestCluster.OpenAsync(client, options);
            using var http = new HttpClient { BaseAddress = cluster.Url };
            async Task BlockAsync(bool on) => (await http.PutAsJsonAsync($"{options.Prefix}-missing/_settings", new Dictionary<string, bool?> { ["index.blocks.read_only_allow_delete"] = on ? true : null }, Ct)).EnsureSuccessStatusCode();
            await BlockAsync(true);
            var refused = await Assert.ThrowsAsync<ElasticException>(() => index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct));
            Assert.Equal("elastic.read-only", refused.Problem.Code);
            Assert.Equal(0, await index.PositionAsync(Ct));
            await BlockAsync(false);
            await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
            Assert.Equal(1, await index.PositionAsync(Ct));
        });
    }

    [Fact]
    public void Open_CaFileThatIsNone_SaysSo() =>
        Assert.Equal("elastic.ca-file", ElasticClient.Open(new ElasticOptions([new Uri("https://localhost:1")]) { CaFile = "no-such.crt" }, TimeProvider.System).Problems[0].Code);

    private static async Task<string?> ProblemAsync(IElasticsearch client, ElasticOptions options) =>
        (await ElasticCandidateIndex.OpenAsync(client, options, TimeProvider.System, NullLogger<ElasticCandidateIndex>.Instance, Ct)) is { Succeeded: false } failed ? failed.Problems[0].Code : null;

    private static async Task WithAsync(ElasticOptions options, Func<ElasticClient, Task> test)
    {
        using var client = TestCluster.Client(options);
        try
        {
            await test(client);
        }
        finally
        {
            await TestCluster.DropAsync(client, options);
        }
    }
}
