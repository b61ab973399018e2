using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Records;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Indexing;

/// <summary>The index beside the database. What is only waiting in the outbox is <see cref="Behind"/>, not a fault.</summary>
/// <param name="Missing">In the database, not in the index.</param>
/// <param name="Stale">In the index in another version than in the database.</param>
/// <param name="Extra">In the index, not in the database.</param>
/// <param name="Behind">Outbox rows that the index has not taken in yet.</param>
/// <param name="MadeOtherwise">Made with another key or another version of the program: a rebuild is due.</param>
public sealed record IndexVerdict(long Records, IReadOnlyList<Guid> Missing, IReadOnlyList<Guid> Stale, IReadOnlyList<ChangedRecord> Extra, long Behind, bool MadeOtherwise)
{
    public bool Holds => Missing.Count + Stale.Count + Extra.Count == 0 && !MadeOtherwise;
}

/// <summary>Compares ids and versions of the index with those of the database; changes nothing.</summary>
public sealed class IndexChecker(IIndexSource source, IDbContextFactory<ReuniteDb> databases, IndexStamp stamp)
{
    /// <returns><c>index.locked</c> or <c>elastic.…</c> when the index cannot be read.</returns>
    public async Task<Outcome<IndexVerdict>> CheckAsync(CancellationToken ct)
    {
        var open = source.Open();
        if (open.Value is not { } index) return open.Problems.ToArray();
        try
        {
            return await CheckAsync(index, ct);
        }
        catch (ElasticException e)
        {
            return e.Problem;
        }
    }

    private async Task<IndexVerdict> CheckAsync(ICandidateIndex index, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var position = await index.PositionAsync(ct);
        var held = new Dictionary<Guid, (RecordKind Kind, long Version)>();
        await foreach (var (id, kind, version) in index.ListAsync(ct)) held[id] = (kind, version);
        var truth = await db.Records.Select(r => new { r.Id, r.Version }).ToDictionaryAsync(r => r.Id, r => r.Version, ct);
        // read last, so that a change in between counts as waiting
        var waiting = await db.Outbox.Where(o => o.Position > position).Select(o => o.RecordId).ToListAsync(ct);
        var excused = waiting.ToHashSet();
        return new IndexVerdict(
            truth.Count,
            [.. truth.Keys.Where(id => !held.ContainsKey(id) && !excused.Contains(id))],
            [.. truth.Where(r => held.TryGetValue(r.Key, out var v) && v.Version != r.Value && !excused.Contains(r.Key)).Select(r => r.Key)],
            [.. held.Where(h => !truth.ContainsKey(h.Key) && !excused.Contains(h.Key)).Select(h => new ChangedRecord(h.Value.Kind, h.Key))],
            waiting.Count,
            held.Count > 0 && !await stamp.FitsAsync(index, ct));
    }
}
