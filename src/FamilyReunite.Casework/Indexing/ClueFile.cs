using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Packing;
using Microsoft.Win32.SafeHandles;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Clue sets on disk beside the index, by record and version: what was read once from a record's facts is not read again, however often the program starts.
/// Disposable: entries are only appended, whatever cannot be trusted is passed over, and a missing file is made anew. Holds clues in clear, as the database does. Thread-safe.</summary>
public sealed class ClueFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<Guid, Entry> _entries;
    private readonly SafeFileHandle _file;
    private long _end;

    private ClueFile(SafeFileHandle file, Dictionary<Guid, Entry> entries, long end) => (_file, _entries, _end) = (file, new(entries), end);

    /// <summary>Records held.</summary>
    public int Count => _entries.Count;

    /// <returns>Null when another process has the file.</returns>
    public static ClueFile? Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess);
        }
        catch (IOException)
        {
            return null;
        }
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (!ClueFileScan.HasStamp(file)) ClueFileScan.Begin(file);
        var entries = ClueFileScan.Read(file, out var end);
        // what stands behind the last whole entry was being written when the program stopped
        RandomAccess.SetLength(file, end);
        return new ClueFile(file, entries, ClueFileScan.Compact(file, entries, end));
    }

    /// <summary>True when this version is held; says nothing about whether its bytes are whole.</summary>
    public bool Holds(Guid id, long version) => _entries.TryGetValue(id, out var e) && e.Version == version;

    /// <returns>Null when this version is not held. Damaged bytes are no longer held: the caller reads the record's facts instead.</returns>
    public ClueSet? Find(Guid id, long version)
    {
        if (!_entries.TryGetValue(id, out var entry) || entry.Version != version) return null;
        var rented = ArrayPool<byte>.Shared.Rent(entry.Length);
        try
        {
            var bytes = rented.AsSpan(0, entry.Length);
            if (RandomAccess.Read(_file, bytes, entry.Payload) == entry.Length && ClueFileScan.Check(bytes) == entry.Check) return ClueUnpacker.Unpack(bytes);
            // a newer entry that came meanwhile stays
            _entries.TryRemove(new(id, entry));
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Keeps a clue set; an older or equal version than the one held is passed over.</summary>
    public void Keep(long version, ClueSet clues)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        buffer.Advance(Entry.HeadBytes);
        CluePacker.Pack(clues, buffer);
        var bytes = MemoryMarshal.AsMemory(buffer.WrittenMemory).Span;
        var payload = bytes[Entry.HeadBytes..];
        var check = ClueFileScan.Check(payload);
        ClueFileScan.WriteHead(bytes, clues.RecordId, version, payload.Length, check);
        lock (_gate)
        {
            if (_entries.TryGetValue(clues.RecordId, out var held) && held.Version >= version) return;
            try
            {
                RandomAccess.Write(_file, bytes, _end);
            }
            catch (IOException)
            {
                // a full disk must not stop what the clues were read for; they are read again when they are needed
                return;
            }
            _entries[clues.RecordId] = new Entry(version, _end + Entry.HeadBytes, payload.Length, check);
            _end += bytes.Length;
        }
    }

    /// <summary>The record is gone: its newest clues are overwritten and never found again.</summary>
    public void Forget(Guid id)
    {
        lock (_gate)
            if (_entries.TryRemove(id, out var entry)) RandomAccess.Write(_file, new byte[entry.Length], entry.Payload);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Where an entry lies: head (length, version, check, id), then the packed clues.</summary>
    internal readonly record struct Entry(long Version, long Payload, int Length, ulong Check)
    {
        public const int HeadBytes = 4 + 8 + 8 + 16;
    }
}
