using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FamilyReunite.Search.Elasticsearch;
using static FamilyReunite.Search.Tests.Contract.Documents;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>A node that is taken away or does not let us in, on a node of this class's own.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ElasticFaultTests(ITestOutputHelper output)
{
    private const int Port = 9660;
    private const int SecurePort = 9680;
    private const int ThreePort = 9710;
    private const int People = 20_000;

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
    public async Task Apply_OneOfThreeNodesKilledAmidTwentyThousandPeople_LosesNothingAndReadsGoOn()
    {
        SkipUnlessAsked();
        using var nodes = new TestNode(ThreePort, nodes: 3);
        var first = nodes.Start();
        var options = new ElasticOptions([.. Enumerable.Range(0, 3).Select(i => new UriBuilder(first) { Port = first.Port + i }.Uri)], "three") { Timeout = TimeSpan.FromSeconds(10) };
        using var client = TestCluster.Client(options);
        using var index = await TestCluster.OpenAsync(client, options);
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
        // a copy of every shard must be on a second node before the first may go
        await WhenReadyAsync(async () => (await client.HealthAsync(Ct)).Value is { Status: "green" } ? 0 : throw new ElasticException(new Domain.Problem("elastic.busy")));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var (reads, longest) = (0, TimeSpan.Zero);
        var reader = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var began = TimeProvider.System.GetTimestamp();
                Assert.NotEmpty(await WhenReadyAsync(() => index.SearchAsync(Ask(5, ("n:a", 1)), Ct)));
                (reads, longest) = (reads + 1, TimeSpan.FromTicks(Math.Max(longest.Ticks, TimeProvider.System.GetElapsedTime(began).Ticks)));
                await Task.Delay(50, Ct);
            }
        }, Ct);
        const int batch = 500;
        for (var from = 1; from <= People; from += batch)
        {
            if (from > People / 2 && from <= People / 2 + batch) nodes.Kill(0);
            IReadOnlyList<IndexChange> changes = [.. Enumerable.Range(from, batch).Select(i => Put(Doc(i, 2, ("n:b", 0.5f), ("n:a", 1))))];
            await WhenReadyAsync(async () => { await index.ApplyAsync(changes, from + batch, Ct); return 0; });
        }
        await stop.CancelAsync();
        await reader;
        output.WriteLine($"{reads} searches went on, the longest waited {longest.TotalSeconds:0.0} s");
        Assert.Equal(People, await index.CountAsync(Domain.Records.RecordKind.Missing, Ct));
        Assert.Equal(Enumerable.Range(1, People).Select(Id).Order(), (await index.ListAsync(Ct).Select(r => r.RecordId).ToListAsync(Ct)).Order());
        Assert.True(reads > 10);
    }

    [Fact]
    public async Task Apply_NodeStoppedForAWhile_CatchesUpWhenItIsBack()
    {
        SkipUnlessAsked();
        using var node = new TestNode(Port);
        var options = new ElasticOptions([node.Start()], "stopped") { FirstWait = TimeSpan.FromMilliseconds(10), Retries = 2 };
        using var client = TestCluster.Client(options);
        using var index = await TestCluster.OpenAsync(client, options);
        await index.FeedAsync([Put(Doc(1, 1, ("n:a", 1)))], 0, 1, Ct);
        node.Stop();
        Assert.Equal("elastic.unreachable", (await Assert.ThrowsAsync<ElasticException>(() => index.FeedAsync([Put(Doc(2, 1, ("n:a", 1)))], 1, 2, Ct))).Problem.Code);
        node.Start();
        await WhenReadyAsync(async () => { await index.FeedAsync([Put(Doc(2, 1, ("n:a", 1)))], 1, 2, Ct); return 0; });
        Assert.Equal((2, 2), (await index.PositionAsync(Ct), (await index.SearchAsync(Ask(5, ("n:a", 1)), Ct)).Count));
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
        Assert.Equal("elastic.certificate", await CodeAsync(right with { CaFile = ForeignAuthority() }));
        using var running = TestCluster.Client(right);
        using var index = await TestCluster.OpenAsync(running, right);
        await index.ApplyAsync([Put(Doc(1, 1, ("n:a", 1)))], 1, Ct);
        using var intruder = TestCluster.Client(right with { Password = "wrong" });
        Assert.Equal("elastic.password", (await intruder.CountAsync("secured-missing", new() { ["match_all"] = new System.Text.Json.Nodes.JsonObject() }, Ct)).Problems[0].Code);
    }

    [Fact]
    public async Task Run_PasswordChangedUnderIt_SaysSoAndGoesOnWhenItIsRightAgain()
    {
        SkipUnlessAsked();
        using var node = new TestNode(SecurePort, secure: true);
        var url = node.Start();
        var options = new ElasticOptions([url], "changed") { CaFile = node.CaFile, User = "elastic", Password = node.Password, FirstWait = TimeSpan.FromMilliseconds(1) };
        using var client = TestCluster.Client(options);
        using var index = await TestCluster.OpenAsync(client, options);
        await index.FeedAsync([Put(Doc(1, 1, ("n:a", 1)))], 0, 1, Ct);
        node.Restart("another-password-than-ours");

        IReadOnlyList<IndexChange> waiting = [Put(Doc(2, 1, ("n:a", 1)))];
        foreach (var ask in (Func<Task>[])[() => index.FeedAsync(waiting, 1, 2, Ct), () => index.SearchAsync(Ask(5, ("n:a", 1)), Ct), () => index.SearchAllAsync([.. Enumerable.Range(0, 40).Select(i => Ask(5, ("n:a", i)))], Ct)])
            Assert.Equal("elastic.password", (await Assert.ThrowsAsync<ElasticException>(ask)).Problem.Code);

        node.Restart(options.Password);
        await WhenReadyAsync(async () => { await index.FeedAsync(waiting, 1, 2, Ct); return 0; });
        Assert.Equal((2, 2), (await index.PositionAsync(Ct), (await index.SearchAsync(Ask(5, ("n:a", 1)), Ct)).Count));
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

    /// <summary>PEM file of an authority that has signed nothing of ours.</summary>
    private static string ForeignAuthority()
    {
        using var key = RSA.Create(2048);
        var since = TimeProvider.System.GetUtcNow();
        using var authority = new CertificateRequest("CN=Somebody else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(since.AddDays(-1), since.AddDays(1));
        var file = Path.Combine(Directory.CreateTempSubdirectory("family-reunite-ca-").FullName, "ca.crt");
        File.WriteAllText(file, authority.ExportCertificatePem());
        return file;
    }

    private static async Task<string> CodeAsync(ElasticOptions options)
    {
        using var client = TestCluster.Client(options);
        return (await client.HealthAsync(Ct)).Problems[0].Code;
    }
}
