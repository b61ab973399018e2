using System.Collections.Concurrent;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Clues of stored records: from the cache, or read from their facts on all processors.</summary>
public sealed class ClueSource(ClueCache cache, IDbContextFactory<ReuniteDb> databases)
{
    /// <summary>Records loaded with their facts at a time.</summary>
    public const int ChunkSize = 500;

    /// <summary>So few are unpacked sooner than they are handed out.</summary>
    private const int FewRecords = 64;

    /// <param name="versions">Record ids with the row version that is wanted.</param>
    public async Task<IReadOnlyDictionary<Guid, ClueSet>> ReadAsync(ReuniteDb db, IReadOnlyDictionary<Guid, long> versions, CancellationToken ct)
    {
        var (found, missing) = (new ConcurrentDictionary<Guid, ClueSet>(), new ConcurrentBag<Guid>());
        // unpacking what lies on disk takes most of the time that a run over changes needs to find out whom they concern
        Parallel.ForEach(versions, Everywhere(versions.Count < FewRecords ? 1 : Environment.ProcessorCount, ct), v =>
        {
            if (cache.Find(v.Key, v.Value) is { } clues) found[v.Key] = clues;
            else missing.Add(v.Key);
        });
        foreach (var chunk in missing.Chunk(ChunkSize))
            Parallel.ForEach(await LoadAsync(db, chunk, ct), Everywhere(Environment.ProcessorCount, ct), r => found[r.Id] = cache.Read(r));
        return found;
    }

    /// <summary>Makes sure that these versions can be had by <see cref="Find"/>, reading facts where they were never read.</summary>
    public async Task PrepareAsync(ReuniteDb db, IReadOnlyDictionary<Guid, long> versions, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var missing = versions.Where(v => !cache.Holds(v.Key, v.Value)).Select(v => v.Key).ToList();
        var done = 0;
        foreach (var chunk in missing.Chunk(ChunkSize))
        {
            Parallel.ForEach(await LoadAsync(db, chunk, ct), Everywhere(Environment.ProcessorCount, ct), r => cache.Read(r));
            progress?.Report(new WorkProgress(done += chunk.Length, missing.Count));
        }
    }

    /// <summary>True when so many clue sets can be kept ready for <see cref="Find"/>.</summary>
    public bool CanHold(int records) => cache.CanHold(records);

    /// <summary>One clue set of a version made ready before; what the cache lost meanwhile is read from its facts again. Null when the record is gone or has changed.</summary>
    public ClueSet? Find(Guid id, long version)
    {
        if (cache.FindOnce(id, version) is { } clues) return clues;
        using var db = databases.CreateDbContext();
        return db.Records.AsNoTracking().Include(r => r.Facts).SingleOrDefault(r => r.Id == id && r.Version == version) is { } record ? cache.Read(record) : null;
    }

    private static ParallelOptions Everywhere(int processors, CancellationToken ct) => new() { CancellationToken = ct, MaxDegreeOfParallelism = processors };

    /// <summary>Records with their facts, untracked; ids that no longer exist are left out.</summary>
    public static Task<List<CaseRecord>> LoadAsync(ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Records.AsNoTracking().Include(r => r.Facts).Where(r => ids.Contains(r.Id)).ToListAsync(ct);
}
