using System.Runtime.CompilerServices;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Postings;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Search.Lucene;

/// <summary>The index in this process, on Lucene.NET. One process opens a folder at a time; within it every method is thread-safe.</summary>
public sealed class LuceneCandidateIndex : ICandidateIndex, IManyQueries, IDisposable
{
    private readonly LuceneIndexOptions _options;
    private readonly ILogger<LuceneCandidateIndex> _log;
    private readonly IndexFolder _folder;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile IndexGeneration _current;
    private int _rebuilding;
    private bool _disposed;

    /// <exception cref="IndexLockedException">Another process, or another instance, has the folder open.</exception>
    public LuceneCandidateIndex(LuceneIndexOptions options, ILogger<LuceneCandidateIndex> log)
    {
        (_options, _log) = (options, log);
        _folder = new IndexFolder(options.Folder, log);
        try
        {
            _current = Open();
            _folder.RemoveAllBut(_current.Name);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, long outboxPosition, CancellationToken ct) => FeedAsync(changes, 0, outboxPosition, ct);

    public async Task FeedAsync(IReadOnlyList<IndexChange> changes, long after, long outboxPosition, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (_current.Position >= after) Apply(_current, NetChange.Of(changes), outboxPosition);
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task<long> PositionAsync(CancellationToken ct) => Task.FromResult(_current.Position);

    public Task<IReadOnlyList<IndexHit>> SearchAsync(CandidateQuery query, CancellationToken ct)
    {
        using var lease = Borrow();
        return Task.FromResult(new TokenSearch(lease.Snapshot, query, ct).Best());
    }

    public FlatPostings? Lay(RecordKind target, QueryTokens asked, CancellationToken ct)
    {
        using var lease = Borrow();
        return new PostingsReader(lease.Snapshot, target, asked, ct).Read();
    }

    public Task<long> CountAsync(RecordKind kind, CancellationToken ct)
    {
        using var lease = Borrow();
        return Task.FromResult(lease.Snapshot.CountOf(kind));
    }

    public async IAsyncEnumerable<(Guid RecordId, RecordKind Kind, long Version)> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        using var lease = Borrow();
        var bytes = new BytesRef(16);
        foreach (var reader in lease.Snapshot.Reader.Leaves.Select(l => l.AtomicReader))
        {
            var (ids, dead) = (reader.GetBinaryDocValues(RecordFields.Id), reader.GetNumericDocValues(RecordFields.Dead));
            var (kinds, versions) = (reader.GetNumericDocValues(RecordFields.Kind), reader.GetNumericDocValues(RecordFields.Version));
            for (var d = 0; d < reader.MaxDoc; d++)
            {
                ct.ThrowIfCancellationRequested();
                if ((reader.LiveDocs is { } live && !live.Get(d)) || dead.Get(d) == 1) continue;
                ids.Get(d, bytes);
                yield return (new Guid(bytes.Bytes.AsSpan(bytes.Offset, 16), bigEndian: true), (RecordKind)kinds.Get(d), versions.Get(d));
            }
        }
    }

    public async Task PurgeAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            _current.Purge();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <exception cref="InvalidOperationException">A rebuild is under way already.</exception>
    public Task<IIndexRebuild> BeginRebuildAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.CompareExchange(ref _rebuilding, 1, 0) != 0) throw new InvalidOperationException("An index rebuild is already under way.");
        try
        {
            var name = _folder.Next();
            var built = new IndexGeneration(name, _folder.Path(name), _options.RebuildMegabytes);
            return Task.FromResult<IIndexRebuild>(new LuceneRebuild(built, SwapToAsync, Abandon));
        }
        catch
        {
            Interlocked.Exchange(ref _rebuilding, 0);
            throw;
        }
    }

    public void Dispose()
    {
        if (_disposed) return;
        _writing.Wait();
        _disposed = true;
        _current.Dispose();
        _folder.Dispose();
        _writing.Dispose();
    }

    private static void Apply(IndexGeneration index, IReadOnlyList<NetChange> changes, long outboxPosition)
    {
        var replayed = outboxPosition < index.Position;
        var changed = false;
        var snapshot = index.Lease();
        ObjectDisposedException.ThrowIf(snapshot is null, typeof(LuceneCandidateIndex));
        try
        {
            foreach (var c in changes)
            {
                var held = snapshot.Find(c.Last.RecordId);
                if (!c.Applies(held, replayed)) continue;
                changed = true;
                if (c.Document is { } d) index.Put(d);
                else index.Bury(c.Last.RecordId, c.Last.Kind, c.TombstoneVersion(held));
            }
        }
        finally
        {
            index.Return(snapshot);
        }
        if (changed || outboxPosition > index.Position) index.Commit(Math.Max(outboxPosition, index.Position));
    }

    private async Task SwapToAsync(IndexGeneration built, long outboxPosition, CancellationToken ct)
    {
        await _writing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            built.Commit(outboxPosition);
            _folder.Point(built.Name);
            var old = _current;
            _current = built;
            old.Retire(() => _folder.Remove(old.Name));
            _log.Swapped(built.Name, built.Documents, outboxPosition);
        }
        finally
        {
            _writing.Release();
        }
        Interlocked.Exchange(ref _rebuilding, 0);
    }

    private void Abandon(IndexGeneration built)
    {
        built.Retire(() => _folder.Remove(built.Name));
        Interlocked.Exchange(ref _rebuilding, 0);
    }

    private IndexGeneration Open()
    {
        if (_folder.Current() is { } name)
        {
            try
            {
                return new IndexGeneration(name, _folder.Path(name), _options.WriterMegabytes);
            }
            catch (Exception e) when (e is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or FileNotFoundException or EndOfStreamException or IndexNotFoundException)
            {
                _log.IndexUnreadable(e, name);
            }
        }
        var fresh = _folder.Next();
        var empty = new IndexGeneration(fresh, _folder.Path(fresh), _options.WriterMegabytes);
        empty.Commit(0);
        _folder.Point(fresh);
        return empty;
    }

    private SnapshotLease Borrow()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var generation = _current;
            if (generation.Lease() is { } snapshot) return new SnapshotLease(generation, snapshot);
        }
    }

    private readonly struct SnapshotLease(IndexGeneration generation, IndexSnapshot snapshot) : IDisposable
    {
        public IndexSnapshot Snapshot => snapshot;

        public void Dispose() => generation.Return(snapshot);
    }
}
