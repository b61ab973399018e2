namespace FamilyReunite.Search.Lucene;

/// <summary>A generation being filled beside the one in use.</summary>
internal sealed class LuceneRebuild(IndexGeneration built, Func<IndexGeneration, long, CancellationToken, Task> swap, Action<IndexGeneration> abandon) : IIndexRebuild
{
    private readonly Dictionary<Guid, long> _versions = [];
    private bool _done;

    public Task AddAsync(IReadOnlyList<IndexDocument> documents, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        var newest = new Dictionary<Guid, IndexDocument>(documents.Count);
        foreach (var d in documents)
            if ((!newest.TryGetValue(d.RecordId, out var other) || d.Version > other.Version) && (!_versions.TryGetValue(d.RecordId, out var held) || d.Version > held)) newest[d.RecordId] = d;
        Parallel.ForEach(newest.Values, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, d =>
        {
            if (_versions.ContainsKey(d.RecordId)) built.Put(d);
            else built.Append(d);
        });
        foreach (var d in newest.Values) _versions[d.RecordId] = d.Version;
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
