using FamilyReunite.Search.Lucene;
using FamilyReunite.Search.Tests.Contract;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Search.Tests.Lucene;

public sealed class LuceneContractTests : CandidateIndexContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-index-");
    private int _made;

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task<ICandidateIndex> CreateAsync() =>
        Task.FromResult<ICandidateIndex>(new LuceneCandidateIndex(new LuceneIndexOptions(Path.Combine(_folder.FullName, $"{_made++}")), NullLogger<LuceneCandidateIndex>.Instance));

    protected override Task ReleaseAsync(ICandidateIndex index)
    {
        ((LuceneCandidateIndex)index).Dispose();
        return Task.CompletedTask;
    }
}
