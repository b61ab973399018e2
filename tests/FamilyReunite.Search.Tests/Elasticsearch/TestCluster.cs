using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(FamilyReunite.Search.Tests.Elasticsearch.TestCluster))]

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>A real Elasticsearch: the one at REUNITE_TEST_ELASTICSEARCH, else one node started from ../shared/elasticsearch beside the repository, else the tests are skipped and say so.</summary>
public sealed class TestCluster : IDisposable
{
    public const string Variable = "REUNITE_TEST_ELASTICSEARCH";

    private const int Port = 9640;

    private readonly Lazy<Uri?> _url;
    private TestNode? _node;

    public TestCluster() => _url = new Lazy<Uri?>(Find);

    /// <summary>Skips the running test when there is no server.</summary>
    public Uri Url
    {
        get
        {
            Assert.SkipWhen(_url.Value is null, $"Needs Elasticsearch: set {Variable} to the address of one that may be written to.");
            return _url.Value!;
        }
    }

    /// <summary>With names of its own, so that tests do not meet.</summary>
    public ElasticOptions Options() => new([Url], $"reunite-test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}") { FirstWait = TimeSpan.FromMilliseconds(20), Retries = 3 };

    public static ElasticClient Client(ElasticOptions options) => ElasticClient.Open(options, TimeProvider.System).Value!;

    public static async Task<ElasticCandidateIndex> OpenAsync(IElasticsearch client, ElasticOptions options)
    {
        var opened = await ElasticCandidateIndex.OpenAsync(client, options, TimeProvider.System, NullLogger<ElasticCandidateIndex>.Instance, default);
        Assert.Empty(opened.Problems);
        return opened.Value!;
    }

    /// <summary>Deletes every index that the options name.</summary>
    public static async Task DropAsync(IElasticsearch client, ElasticOptions options)
    {
        var indices = await client.IndicesAsync($"{options.Prefix}-*", default);
        Assert.Empty(indices.Problems);
        foreach (var index in indices.Value.EnumerateObject()) Assert.Empty((await client.DeleteAsync(index.Name, default)).Problems);
        using var http = new HttpClient { BaseAddress = options.Urls[^1] };
        await http.DeleteAsync(new Uri($"_index_template/{options.Prefix}-*", UriKind.Relative));
    }

    public void Dispose() => _node?.Dispose();

    private Uri? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return new Uri(given);
        if (TestNode.Folder is null) return null;
        _node = new TestNode(Port);
        return _node.Start();
    }
}
