using System.Buffers.Binary;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, int> _places = [];
    private readonly SortedSet<int> _free = [];
    private List<FaceEntry?> _entries = [];
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
            WriteAt(file, place, key.Seal(entry.ToBytes(), Name(place)));
            _free.Remove(place);
            if (place == _entries.Count) _entries.Add(entry);
            else _entries[place] = entry;
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
                    (_entries[place], removed) = (null, removed + 1);
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

    private void Refresh(FileStream? file)
    {
        var now = file is null ? -1 : ReadHeader(file);
        if (now == _seen) return;
        (_entries, _seen) = ([], now);
        _places.Clear();
        _free.Clear();
        if (file is null) return;
        var count = (int)((file.Length - Header) / Place);
        var sealedPlace = new byte[Place];
        file.Position = Header;
        for (var place = 0; place < count; place++)
        {
            file.ReadExactly(sealedPlace);
            var entry = sealedPlace.AsSpan().IndexOfAnyExcept((byte)0) < 0 ? null : FaceEntry.Of(key.Unseal(sealedPlace, Name(place)));
            _entries.Add(entry);
            if (entry is null) _free.Add(place);
            else _places[entry.AttachmentId] = place;
        }
    }

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
