using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Lucene;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Opens the index in the data folder.</summary>
internal sealed class LuceneIndexSource(DataFolder data, ILogger<LuceneCandidateIndex> log) : IIndexSource, IDisposable
{
    private readonly Lock _gate = new();
    private LuceneCandidateIndex? _index;

    public bool IsExclusive => true;

    public Outcome<ICandidateIndex> Open()
    {
        lock (_gate)
        {
            try
            {
                return _index ??= new LuceneCandidateIndex(new LuceneIndexOptions(data.Index), log);
            }
            catch (IndexLockedException)
            {
                return new Problem("index.locked");
            }
        }
    }

    public void Dispose() => _index?.Dispose();
}
