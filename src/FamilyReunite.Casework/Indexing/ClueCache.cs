using System.Collections.Concurrent;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Clues by record and version, so that feeder and matcher read a record once per change: what was asked for lately in memory, everything in <see cref="ClueFile"/>. Thread-safe.</summary>
/// <param name="capacity">Clue sets kept in memory at least; at most twice as many.</param>
public sealed class ClueCache(IClueReader reader, ClueFileSource? file = null, int capacity = ClueCache.DefaultCapacity)
{
    /// <summary>Up to 8 KB a clue set of a record with many facts, so 80 to 160 MB when full. Six times as many made no run faster.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly Lock _turning = new();
    private Generation _recent = new();
    private Generation _older = new();

    /// <summary>Clues of a record with its facts loaded.</summary>
    public ClueSet Read(CaseRecord record)
    {
        if (Find(record.Id, record.Version) is { } known) return known;
        var clues = reader.Read(record);
        Keep(record.Id, new Entry(record.Version, clues));
        file?.File?.Keep(record.Version, clues);
        return clues;
    }

    /// <summary>Null when this version was not read before or was forgotten.</summary>
    public ClueSet? Find(Guid id, long version)
    {
        if (InMemory(id, version) is { } known) return known;
        if (file?.File?.Find(id, version) is not { } stored) return null;
        Keep(id, new Entry(version, stored));
        return stored;
    }

    /// <summary>For a pass over very many records: what is read from disk is not kept in memory.</summary>
    public ClueSet? FindOnce(Guid id, long version) => InMemory(id, version) ?? file?.File?.Find(id, version);

    /// <summary>True when so many clue sets stay at hand: all of them on disk, or as many as memory keeps.</summary>
    public bool CanHold(int records) => file?.File is not null || records <= capacity;

    public bool Holds(Guid id, long version) => file?.File?.Holds(id, version) ?? InMemory(id, version) is not null;

    /// <summary>The record is gone from the database.</summary>
    public void Forget(Guid id)
    {
        _recent.Entries.TryRemove(id, out _);
        _older.Entries.TryRemove(id, out _);
        file?.File?.Forget(id);
    }

    private ClueSet? InMemory(Guid id, long version)
    {
        if (_recent.Entries.TryGetValue(id, out var entry)) return entry.Version == version ? entry.Clues : null;
        if (!_older.Entries.TryGetValue(id, out entry) || entry.Version != version) return null;
        Keep(id, entry);
        return entry.Clues;
    }

    private void Keep(Guid id, Entry entry)
    {
        var into = _recent;
        into.Entries[id] = entry;
        // counted here, because a concurrent dictionary locks all of itself to count
        if (Interlocked.Increment(ref into.Kept) <= capacity) return;
        lock (_turning)
        {
            if (ReferenceEquals(_recent, into)) (_older, _recent) = (into, new Generation());
        }
    }

    private sealed record Entry(long Version, ClueSet Clues);

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<Guid, Entry> Entries = new();

        /// <summary>At least as many as there are entries; one that was replaced counts again.</summary>
        public int Kept;
    }
}
