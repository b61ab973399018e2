using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>One generation of the index: its folder, its only writer and the newest snapshot. Closes when retired and the last lease is back.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string PositionKey = "outbox";
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly ThreadLocal<RecordFields> _fields = new(() => new RecordFields(), trackAllValues: true);
    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<IndexSnapshot, int> _leases = [];
    private IndexSnapshot _snapshot;
    private Action? _closed;

    public IndexGeneration(string name, string path, double megabytes)
    {
        Name = name;
        _directory = FSDirectory.Open(path);
        try
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { RAMBufferSizeMB = megabytes, OpenMode = OpenMode.CREATE_OR_APPEND });
            Position = _writer.CommitData is { } data && data.TryGetValue(PositionKey, out var p) && long.TryParse(p, CultureInfo.InvariantCulture, out var n) ? n : 0;
            _snapshot = new IndexSnapshot(DirectoryReader.Open(_writer, applyAllDeletes: true));
        }
        catch
        {
            _writer?.Dispose();
            _directory.Dispose();
            Release();
            throw;
        }
    }

    public string Name { get; }

    /// <summary>Outbox position of the last commit.</summary>
    public long Position { get; private set; }

    public int Documents => _writer.NumDocs;

    public void Put(IndexDocument d) => _writer.UpdateDocument(RecordFields.IdTerm(d.RecordId), _fields.Value!.Of(d));

    /// <summary>Adds a record that is known not to be there. Like <see cref="Put"/> it may be called from several threads for different records.</summary>
    public void Append(IndexDocument d) => _writer.AddDocument(_fields.Value!.Of(d));

    public void Bury(Guid id, Domain.Records.RecordKind kind, long version) => _writer.UpdateDocument(RecordFields.IdTerm(id), RecordFields.Tombstone(id, kind, version));

    /// <summary>Makes everything written so far durable and visible, together with the outbox position.</summary>
    public void Commit(long position)
    {
        _writer.SetCommitData(new Dictionary<string, string> { [PositionKey] = position.ToString(CultureInfo.InvariantCulture) });
        _writer.Commit();
        Position = position;
        Refresh();
    }

    /// <summary>Writes every segment that holds deleted documents anew without them.</summary>
    public void Purge()
    {
        var policy = (TieredMergePolicy)_writer.Config.MergePolicy;
        (var allowed, policy.ForceMergeDeletesPctAllowed) = (policy.ForceMergeDeletesPctAllowed, 0);
        _writer.ForceMergeDeletes(doWait: true);
        policy.ForceMergeDeletesPctAllowed = allowed;
        Commit(Position);
    }

    /// <summary>The newest snapshot, to be given back with <see cref="Return"/>; null when this generation is retired.</summary>
    public IndexSnapshot? Lease()
    {
        lock (_gate)
        {
            if (_closed is not null) return null;
            _leases[_snapshot] = _leases.GetValueOrDefault(_snapshot) + 1;
            _snapshot.Reader.IncRef();
            return _snapshot;
        }
    }

    public void Return(IndexSnapshot snapshot)
    {
        snapshot.Reader.DecRef();
        lock (_gate)
        {
            if (--_leases[snapshot] == 0) _leases.Remove(snapshot);
            if (_closed is null || _leases.Count > 0) return;
        }
        Close();
    }

    /// <summary>Takes no more leases; closes now or when the last lease is back, then calls <paramref name="closed"/>.</summary>
    public void Retire(Action closed)
    {
        lock (_gate)
        {
            if (_closed is not null) return;
            _closed = closed;
            if (_leases.Count > 0) return;
        }
        Close();
    }

    public void Dispose() => Retire(() => { });

    private void Refresh()
    {
        var reader = DirectoryReader.OpenIfChanged(_snapshot.Reader, _writer, applyAllDeletes: true);
        if (reader is null) return;
        IndexSnapshot old;
        lock (_gate) (old, _snapshot) = (_snapshot, new IndexSnapshot(reader));
        old.Reader.DecRef();
    }

    private void Release()
    {
        foreach (var fields in _fields.Values) fields.Dispose();
        _fields.Dispose();
    }

    private void Close()
    {
        _snapshot.Reader.DecRef();
        _writer.Dispose();
        _directory.Dispose();
        Release();
        _closed!();
    }
}
