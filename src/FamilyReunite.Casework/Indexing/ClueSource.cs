using System.Collections.Concurrent;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Clues of stored records: from the cache, or read from their facts on all processors.</summary>
public sealed class ClueSource(ClueCache cache)
{
    /// <summary>Records loaded with their facts at a time.</summary>
    public const int ChunkSize = 500;

    /// <param name="versions">Record ids with the row version that is wanted.</param>
    public async Task<IReadOnlyDictionary<Guid, ClueSet>> ReadAsync(ReuniteDb db, IReadOnlyDictionary<Guid, long> versions, CancellationToken ct)
    {
        var found = new ConcurrentDictionary<Guid, ClueSet>();
        var missing = new List<Guid>();
        foreach (var (id, version) in versions)
        {
            if (cache.Find(id, version) is { } clues) found[id] = clues;
            else missing.Add(id);
        }
        foreach (var chunk in missing.Chunk(ChunkSize))
            Parallel.ForEach(await LoadAsync(db, chunk, ct), new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, r => found[r.Id] = cache.Read(r));
        return found;
    }

    /// <summary>Makes sure that these versions can be had by <see cref="Find"/>, reading facts where they were never read.</summary>
    public async Task PrepareAsync(ReuniteDb db, IReadOnlyDictionary<Guid, long> versions, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var missing = versions.Where(v => !cache.Holds(v.Key, v.Value)).Select(v => v.Key).ToList();
        var done = 0;
        foreach (var chunk in missing.Chunk(ChunkSize))
        {
            Parallel.ForEach(await LoadAsync(db, chunk, ct), new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, r => cache.Read(r));
            progress?.Report(new WorkProgress(done += chunk.Length, missing.Count));
        }
    }

    /// <summary>One clue set, without a look at the database; null when this version was never read.</summary>
    public ClueSet? Find(Guid id, long version) => cache.FindOnce(id, version);

    /// <summary>Records with their facts, untracked; ids that no longer exist are left out.</summary>
    public static Task<List<CaseRecord>> LoadAsync(ReuniteDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.Records.AsNoTracking().Include(r => r.Facts).Where(r => ids.Contains(r.Id)).ToListAsync(ct);
}
