using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Tests.Contract;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Three shards: what is counted, ranked and ordered must not depend on where a record lies.</summary>
[Trait("Needs", "Elasticsearch")]
public sealed class ElasticContractTests(TestCluster cluster) : CandidateIndexContract
{
    private const int Shards = 3;

    private readonly Dictionary<ICandidateIndex, (ElasticClient Client, ElasticOptions Options)> _made = [];

    protected override async Task<ICandidateIndex> CreateAsync()
    {
        var options = cluster.Options() with { Shards = Shards };
        var client = TestCluster.Client(options);
        var index = await TestCluster.OpenAsync(client, options);
        _made[index] = (client, options);
        return index;
    }

    protected override async Task ReleaseAsync(ICandidateIndex index)
    {
        var (client, options) = _made[index];
        await TestCluster.DropAsync(client, options);
        client.Dispose();
        ((ElasticCandidateIndex)index).Dispose();
    }
}
