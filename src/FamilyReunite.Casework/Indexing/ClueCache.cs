using System.Collections.Concurrent;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Clues by record and version, so that feeder and matcher read a record once per change: what was asked for lately in memory, everything in <see cref="ClueFile"/>. Thread-safe.</summary>
/// <param name="capacity">Clue sets kept in memory at least; at most twice as many.</param>
public sealed class ClueCache(IClueReader reader, ClueFileSource? file = null, int capacity = ClueCache.DefaultCapacity)
{
    /// <summary>About 4 KB a clue set, so 40 to 80 MB when full.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly Lock _turning = new();
    private ConcurrentDictionary<Guid, Entry> _recent = new();
    private ConcurrentDictionary<Guid, Entry> _older = new();

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
        _recent.TryRemove(id, out _);
        _older.TryRemove(id, out _);
        file?.File?.Forget(id);
    }

    private ClueSet? InMemory(Guid id, long version)
    {
        if (_recent.TryGetValue(id, out var entry)) return entry.Version == version ? entry.Clues : null;
        if (!_older.TryGetValue(id, out entry) || entry.Version != version) return null;
        Keep(id, entry);
        return entry.Clues;
    }

    private void Keep(Guid id, Entry entry)
    {
        _recent[id] = entry;
        if (_recent.Count <= capacity) return;
        lock (_turning)
        {
            if (_recent.Count > capacity) (_older, _recent) = (_recent, new ConcurrentDictionary<Guid, Entry>());
        }
    }

    private sealed record Entry(long Version, ClueSet Clues);
}
