using FamilyReunite.Casework.Indexing;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Search.Elasticsearch;
using FamilyReunite.Search.Elasticsearch.Faces;
using FamilyReunite.Search.Faces;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Faces;

/// <summary>The copy of the face vectors in the cluster that servers share; with the embedded engine there is none and nothing happens. What the cluster does not take at once is owed: <see cref="FaceFeed"/> makes it good. Thread-safe.</summary>
public sealed class SharedFaces
{
    /// <summary>Longest wait of whoever removes a face; he may hold a transaction open.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For so long the cluster keeps what was deleted, for copies that come back.</summary>
    private static readonly TimeSpan KeptByCluster = TimeSpan.FromSeconds(45);

    private readonly ElasticIndexSource? _source;
    private readonly TimeProvider _clock;
    private readonly ILogger<SharedFaces> _log;
    private readonly Lock _gate = new();
    private int _owed;
    private DateTimeOffset _awayUntil, _purgeAt;
    private string? _said;

    internal SharedFaces(ElasticIndexSource? source, TimeProvider clock, ILogger<SharedFaces> log) => (_source, _clock, _log, _owed) = (source, clock, log, source is null ? 0 : 1);

    public bool AreUsed => _source is not null;

    /// <summary>Something may differ from the installation's own file: after a failure, and in a process that has not looked yet.</summary>
    public bool IsOwed => Owed > 0;

    /// <summary>Removed faces still lie in the cluster's files and can be taken out of them now.</summary>
    public bool IsPurgeDue => _purgeAt != default && _clock.GetUtcNow() >= _purgeAt;

    /// <summary>How often something was owed since all was made good.</summary>
    internal int Owed => Volatile.Read(ref _owed);

    /// <summary>Takes photos out: no search and no look in the cluster finds them when this returns, unless the cluster is away.</summary>
    public void Remove(IReadOnlyCollection<Guid> attachments)
    {
        if (attachments.Count > 0 && Now((faces, ct) => faces.RemoveAsync([], attachments, ct))) Purge(later: true);
    }

    /// <summary>Deletes the index of every pack but one; of all when that is null.</summary>
    public void DropAllBut(string? contract) => Now((faces, ct) => faces.DropAllButAsync(contract, ct));

    /// <summary>Searches the cluster with this moment's faces, and these themselves while the cluster does not answer. Null with the embedded engine.</summary>
    public IFaceIndex? Search(FaceGallery gallery) => _source is null ? null : new Reader(this, gallery);

    /// <summary>Does something with the copy.</summary>
    /// <returns>False when the cluster did not do its part; what was asked for is owed then.</returns>
    internal async Task<bool> TryAsync(Func<ElasticFaces, CancellationToken, Task> work, CancellationToken ct)
    {
        if (_source is null) return false;
        try
        {
            var open = _source.OpenFaces();
            if (open.Value is not { } faces)
            {
                Owe(open.Problems[0]);
                return false;
            }
            await work(faces, ct);
            return true;
        }
        catch (ElasticException e)
        {
            Owe(e.Problem);
            return false;
        }
    }

    /// <summary>All was compared.</summary>
    /// <param name="owed">Of <see cref="Owed"/> when it was begun; what came to be owed since is not covered.</param>
    internal void Mended(int owed, int put, int removed)
    {
        lock (_gate)
        {
            if (_owed == owed) (_owed, _said) = (0, null);
        }
        if (removed > 0) Purge(later: true);
        if (put + removed > 0) _log.SharedFacesMended(put, removed);
    }

    /// <summary>Takes note that removed faces are to be taken out of the files, or that they were.</summary>
    internal void Purge(bool later)
    {
        lock (_gate) _purgeAt = later ? _clock.GetUtcNow() + KeptByCluster : default;
    }

    private void Owe(Problem problem)
    {
        lock (_gate)
        {
            _owed++;
            _awayUntil = _clock.GetUtcNow() + Patience;
            if (_said == problem.Code) return;
            _said = problem.Code;
        }
        _log.SharedFacesBehind(problem.Code);
    }

    /// <summary>Waits, because whoever removes a face may go on only when it is gone; but no longer than <see cref="Patience"/>.</summary>
    private bool Now(Func<ElasticFaces, CancellationToken, Task> work)
    {
        if (_source is null) return false;
        if (_clock.GetUtcNow() < _awayUntil)
        {
            // it did not answer a moment ago
            Interlocked.Increment(ref _owed);
            return false;
        }
        using var patience = new CancellationTokenSource(Patience, _clock);
        try
        {
            // off the caller's context, which may be a page's
            return Task.Run(() => TryAsync(work, patience.Token)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Owe(new Problem("elastic.busy", null, "Elasticsearch"));
            return false;
        }
    }

    private sealed class Reader(SharedFaces owner, FaceGallery gallery) : IFaceIndex
    {
        public async Task<IReadOnlyList<IReadOnlyList<NearFace>>> NearestAsync(IReadOnlyList<FaceQuery> queries, CancellationToken ct)
        {
            IReadOnlyList<IReadOnlyList<NearFace>>? found = null;
            // what is owed may be a face that nobody would find there
            if (!owner.IsOwed)
                await owner.TryAsync(async (faces, c) => found = await faces.Search(gallery.Contract, (record, attachment) => gallery.Of(record).FirstOrDefault(e => e.AttachmentId == attachment)?.Values).NearestAsync(queries, c), ct);
            return found ?? await new GalleryFaceIndex(gallery).NearestAsync(queries, ct);
        }
    }
}
