using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Photos.Storage;

namespace FamilyReunite.Photos.Faces;

/// <summary>The face vectors of one pack in one file: places of equal length, each sealed for itself and bound to the contract and to its place. What is removed is overwritten with zeros before the call returns.
/// Several processes may use it; one writes at a time.</summary>
public sealed class VectorFile(string path, string contract, int dimension, BlobKey key)
{
    /// <summary>A magic word, the dimension, and a number that rises with each change.</summary>
    private const int Header = 16;
    private const uint Magic = 0x56464631;
    private const int PlacesAtOnce = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, int> _places = [];
    private readonly SortedSet<int> _free = [];
    private List<FaceEntry?> _entries = [];
    private List<UInt128> _tags = [];
    private long _seen = -1;

    private int Place => BlobKey.Overhead + FaceEntry.Length(dimension);

    /// <summary>Rises with each change of the file; −1 without a file.</summary>
    public long Generation
    {
        get
        {
            using var file = Open(write: false);
            return file is null ? -1 : ReadHeader(file);
        }
    }

    /// <summary>All entries as they are now.</summary>
    /// <exception cref="InvalidDataException">The file was changed by something else, or is of another key.</exception>
    public IReadOnlyList<FaceEntry> Read()
    {
        lock (_gate)
        {
            using var file = Open(write: false);
            Refresh(file);
            return [.. _entries.OfType<FaceEntry>()];
        }
    }

    /// <summary>Takes in or replaces the faces of photos.</summary>
    public void Put(IReadOnlyCollection<FaceEntry> entries) => Write(file =>
    {
        foreach (var entry in entries)
        {
            if (entry.Values.Length != dimension) throw new ArgumentException("The vector is of another pack.", nameof(entries));
            var place = _places.TryGetValue(entry.AttachmentId, out var own) ? own : _free.Count > 0 ? _free.Min : _entries.Count;
            var box = key.Seal(entry.ToBytes(), Name(place));
            WriteAt(file, place, box);
            _free.Remove(place);
            if (place == _entries.Count)
            {
                _entries.Add(entry);
                _tags.Add(TagOf(box));
            }
            else (_entries[place], _tags[place]) = (entry, TagOf(box));
            _places[entry.AttachmentId] = place;
        }
        return true;
    });

    /// <returns>How many were there.</returns>
    public int Remove(Func<FaceEntry, bool> which)
    {
        if (!File.Exists(path)) return 0;
        var removed = 0;
        Write(file =>
        {
            for (var place = 0; place < _entries.Count; place++)
                if (_entries[place] is { } entry && which(entry))
                {
                    WriteAt(file, place, new byte[Place]);
                    (_entries[place], _tags[place], removed) = (null, default, removed + 1);
                    _places.Remove(entry.AttachmentId);
                    _free.Add(place);
                }
            return removed > 0;
        });
        return removed;
    }

    private void Write(Func<FileStream, bool> change)
    {
        lock (_gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var turn = TakeTurn();
            using var file = Open(write: true)!;
            // a file that was deleted and made anew must not look like the one that others still hold
            if (file.Length == 0) WriteHeader(file, (long)RandomNumberGenerator.GetInt32(int.MaxValue) << 24);
            Refresh(file);
            if (!change(file)) return;
            WriteHeader(file, ++_seen);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Opens what is new since the last look, on all processors; a place whose seal is the same is still the same.</summary>
    private void Refresh(FileStream? file)
    {
        var now = file is null ? -1 : ReadHeader(file);
        if (now == _seen) return;
        var (entries, tags) = (_entries, _tags);
        (_entries, _tags, _seen) = ([], [], -1);
        _places.Clear();
        _free.Clear();
        if (file is not null) ReadPlaces(file, entries, tags);
        _seen = now;
        for (var place = 0; place < _entries.Count; place++)
        {
            if (_entries[place] is { } entry) _places[entry.AttachmentId] = place;
            else _free.Add(place);
        }
    }

    private void ReadPlaces(FileStream file, List<FaceEntry?> former, List<UInt128> formerTags)
    {
        var count = (int)((file.Length - Header) / Place);
        var boxes = new byte[PlacesAtOnce * Place];
        file.Position = Header;
        for (var first = 0; first < count; first += PlacesAtOnce)
        {
            var (from, read) = (first, new FaceEntry?[Math.Min(PlacesAtOnce, count - first)]);
            file.ReadExactly(boxes, 0, read.Length * Place);
            ReadOnlySpan<byte> BoxOf(int i) => boxes.AsSpan(i * Place, Place);
            var failed = new ConcurrentQueue<Exception>();
            Parallel.For(0, read.Length, () => new BlobKey.Opener(key), (i, _, opener) =>
            {
                var place = from + i;
                if (place < former.Count && formerTags[place] == TagOf(BoxOf(i))) read[i] = former[place];
                else if (BoxOf(i).ContainsAnyExcept((byte)0)) Unseal(opener, BoxOf(i), place, i);
                return opener;
            }, opener => opener.Dispose());
            if (failed.TryDequeue(out var why)) ExceptionDispatchInfo.Throw(why);
            _entries.AddRange(read);
            for (var i = 0; i < read.Length; i++) _tags.Add(TagOf(BoxOf(i)));

            void Unseal(BlobKey.Opener opener, ReadOnlySpan<byte> box, int place, int i)
            {
                Span<byte> plain = stackalloc byte[FaceEntry.Length(dimension)];
                try
                {
                    opener.Unseal(box, Name(place), plain);
                    read[i] = FaceEntry.Of(plain);
                }
                catch (InvalidDataException e)
                {
                    failed.Enqueue(e);
                }
            }
        }
    }

    /// <summary>Ends of two sealed places are the same only when all of them is.</summary>
    private static UInt128 TagOf(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadUInt128LittleEndian(box[^16..]);

    private byte[] Name(int place) => Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{contract}/{place}"));

    private void WriteAt(FileStream file, int place, byte[] bytes)
    {
        file.Position = Header + (long)place * Place;
        file.Write(bytes);
    }

    private long ReadHeader(FileStream file)
    {
        var head = new byte[Header];
        file.Position = 0;
        if (file.ReadAtLeast(head, Header, throwOnEndOfStream: false) < Header) return -1;
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Magic || BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4)) != dimension) throw new InvalidDataException("The file of face vectors is not one, or is of another pack.");
        return BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(8));
    }

    private void WriteHeader(FileStream file, long generation)
    {
        var head = new byte[Header];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), dimension);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), generation);
        file.Position = 0;
        file.Write(head);
    }

    private FileStream? Open(bool write)
    {
        try
        {
            return new FileStream(path, write ? FileMode.OpenOrCreate : FileMode.Open, write ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (!write && e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Held while one process writes.</summary>
    private FileStream TakeTurn()
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path + ".turn", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception e) when ((e is IOException or UnauthorizedAccessException) && waited < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
