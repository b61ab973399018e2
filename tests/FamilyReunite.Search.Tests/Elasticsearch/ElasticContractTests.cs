using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Tests.Contract;

namespace FamilyReunite.Search.Tests.Elasticsearch;

[Trait("Needs", "Elasticsearch")]
public sealed class ElasticContractTests(TestCluster cluster) : CandidateIndexContract
{
    private readonly Dictionary<ICandidateIndex, (ElasticClient Client, ElasticOptions Options)> _made = [];

    protected override async Task<ICandidateIndex> CreateAsync()
    {
        var options = cluster.Options();
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
