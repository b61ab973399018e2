using FamilyReunite.Casework.Database;
using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Lucene;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Opens the index in the data folder.</summary>
internal sealed class LuceneIndexSource(DataFolder data, ILogger<LuceneCandidateIndex> log, DatabaseSettings? database = null) : IIndexSource, IDisposable
{
    private readonly Lock _gate = new();
    private LuceneCandidateIndex? _index;

    /// <summary>On a shared database each server holds an index of its own, which keeps nobody away.</summary>
    public bool IsExclusive => database is not { IsShared: true };

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
