namespace FamilyReunite.Search.Elasticsearch;

/// <summary>A generation being filled beside the one in use. The cluster keeps the newest version of a record, in whatever order they come.</summary>
internal sealed class ElasticRebuild(Func<IReadOnlyList<IndexDocument>, CancellationToken, Task> write, Func<long, CancellationToken, Task> swap, Func<Task> abandon) : IIndexRebuild
{
    private bool _done;

    public Task AddAsync(IReadOnlyList<IndexDocument> documents, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        return write(documents, ct);
    }

    public async Task SwapAsync(long outboxPosition, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_done, this);
        await swap(outboxPosition, ct).ConfigureAwait(false);
        _done = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_done) return;
        _done = true;
        await abandon().ConfigureAwait(false);
    }
}
