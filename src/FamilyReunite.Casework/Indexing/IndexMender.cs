using FamilyReunite.Data;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Writes single records of the index anew from the database, and forgets those that the database does not know.</summary>
public sealed class IndexMender(IDbContextFactory<ReuniteDb> databases, IndexDocuments documents)
{
    public async Task MendAsync(ICandidateIndex index, IndexVerdict drift, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var chunk in drift.Missing.Concat(drift.Stale).Chunk(ClueSource.ChunkSize))
        {
            var records = await ClueSource.LoadAsync(db, chunk, ct);
            await ApplyAsync(index, [.. documents.Of(records, ct).Select(d => new IndexChange(d.RecordId, d.Kind, d))], ct);
        }
        foreach (var chunk in drift.Extra.Chunk(ClueSource.ChunkSize))
            await ApplyAsync(index, [.. chunk.Select(e => new IndexChange(e.Id, e.Kind, null))], ct);
    }

    /// <summary>At the position where the index stands: mending takes in no outbox rows.</summary>
    private static async Task ApplyAsync(ICandidateIndex index, IReadOnlyList<IndexChange> changes, CancellationToken ct) =>
        await index.ApplyAsync(changes, await index.PositionAsync(ct), ct);
}
