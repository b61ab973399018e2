using FamilyReunite.Search.Elasticsearch;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>A node that is taken away or does not let us in, on a node of this class's own.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ElasticFaultTests
{
    private const int Port = 9660;
    private const int SecurePort = 9680;

    /// <summary>Nodes of their own take a minute of two processors: asked for before a release, not in each run.</summary>
    private static void SkipUnlessAsked()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("REUNITE_TEST_FAULTS") is not { Length: > 0 }, "Starts and kills nodes of its own: set REUNITE_TEST_FAULTS=1 to run it.");
        Assert.SkipWhen(TestNode.Folder is null, "Needs Elasticsearch beside the repository.");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_NodeKilledInTheMiddle_IsTakenInWholeWhenItIsBack()
    {
        SkipUnlessAsked();
        using var node = new TestNode(Port);
        var options = new ElasticOptions([node.Start()], "killed") { FirstWait = TimeSpan.FromMilliseconds(10), Retries = 2, Timeout = TimeSpan.FromSeconds(10) };
        using var client = TestCluster.Client(options);
        using var index = await TestCluster.OpenAsync(new KillsDuringBulk(client, node, after: 4), options);
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
        IReadOnlyList<IndexChange> batch = [.. Enumerable.Range(1, 2000).Select(i => Put(Doc(i, 2, ("n:b", 0.5f))))];
        var failed = await Assert.ThrowsAsync<ElasticException>(() => index.ApplyAsync(batch, 2, Ct));
        Assert.Equal("elastic.unreachable", failed.Problem.Code);
        node.Start();
        Assert.Equal(1, await WhenReadyAsync(() => index.PositionAsync(Ct)));
        await WhenReadyAsync(async () => { await index.ApplyAsync(batch, 2, Ct); return 0; });
        Assert.Equal(2, await index.PositionAsync(Ct));
        Assert.Equal(2000, await index.CountAsync(Domain.Records.RecordKind.Missing, Ct));
    }

    [Fact]
    public async Task Open_SecuredCluster_TellsPasswordFromCertificate()
    {
        SkipUnlessAsked();
        using var node = new TestNode(SecurePort, secure: true);
        var url = node.Start();
        var right = new ElasticOptions([url], "secured") { CaFile = node.CaFile, User = "elastic", Password = node.Password, FirstWait = TimeSpan.FromMilliseconds(1) };
        using (var client = TestCluster.Client(right)) (await TestCluster.OpenAsync(client, right)).Dispose();
        Assert.Equal("elastic.password", await CodeAsync(right with { Password = "wrong" }));
        Assert.Equal("elastic.certificate", await CodeAsync(right with { CaFile = null }));
    }

    /// <summary>Shards come back some seconds after the node answers; until then the position must not read as that of an empty index.</summary>
    private static async Task<T> WhenReadyAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (ElasticException) when (attempt < 60)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), Ct);
            }
        }
    }

    private static async Task<string> CodeAsync(ElasticOptions options)
    {
        using var client = TestCluster.Client(options);
        return (await client.HealthAsync(Ct)).Problems[0].Code;
    }
}
