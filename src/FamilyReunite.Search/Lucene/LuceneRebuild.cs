namespace FamilyReunite.Search.Lucene;

/// <summary>A generation being filled beside the one in use.</summary>
internal sealed class LuceneRebuild(IndexGeneration built, Func<IndexGeneration, long, CancellationToken, Task> swap, Action<IndexGeneration> abandon) : IIndexRebuild
{
    private readonly Dictionary<Guid, long> _versions = [];
    private bool _done;

    public Task AddAsync(IReadOnlyList<IndexDocument> documents, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        foreach (var d in documents)
        {
            ct.ThrowIfCancellationRequested();
            if (!_versions.TryGetValue(d.RecordId, out var held)) built.Append(d);
            else if (d.Version > held) built.Put(d);
            else continue;
            _versions[d.RecordId] = d.Version;
        }
        return Task.CompletedTask;
    }

    public async Task SwapAsync(long outboxPosition, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        await swap(built, outboxPosition, ct).ConfigureAwait(false);
        _done = true;
    }

    public ValueTask DisposeAsync()
    {
        if (_done) return ValueTask.CompletedTask;
        _done = true;
        abandon(built);
        return ValueTask.CompletedTask;
    }
}
