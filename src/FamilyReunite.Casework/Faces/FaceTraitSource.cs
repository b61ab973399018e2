using FamilyReunite.Casework.Indexing;
using FamilyReunite.Data;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Search.Tokens;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Faces;

/// <summary>Sex, possible years of birth and station of the records that have faces: read once, afterwards only for records that changed. Thread-safe.</summary>
public sealed class FaceTraitSource(IDbContextFactory<ReuniteDb> databases, ClueSource clues) : IDisposable
{
    /// <summary>Records asked for at a time.</summary>
    private const int AtOnce = 1000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<Guid, FaceTraits> _known = [];
    private long _position;

    /// <summary>The traits of these records as they are now; a record that is gone is not in it. The same object as before when nothing changed.</summary>
    public async Task<IReadOnlyDictionary<Guid, FaceTraits>> ReadAsync(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // before the records are read: what changes meanwhile lies behind it and is read again
            var position = await db.Outbox.MaxAsync(o => (long?)o.Position, ct) ?? 0;
            var known = await StillTrueAsync(db, position, ct);
            var missing = records.Where(id => !known.ContainsKey(id)).ToList();
            if (missing.Count > 0 && ReferenceEquals(known, _known)) known = new Dictionary<Guid, FaceTraits>(known);
            foreach (var chunk in missing.Chunk(AtOnce)) await AddAsync(db, known, chunk, ct);
            (_known, _position) = (known, position);
            return known;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Dictionary<Guid, FaceTraits>> StillTrueAsync(ReuniteDb db, long position, CancellationToken ct)
    {
        if (_known.Count == 0 || position == _position) return _known;
        var changed = (await db.Outbox.Where(o => o.Position > _position).Select(o => o.RecordId).Distinct().ToListAsync(ct)).Where(_known.ContainsKey).ToHashSet();
        return changed.Count == 0 ? _known : _known.Where(k => !changed.Contains(k.Key)).ToDictionary();
    }

    private async Task AddAsync(ReuniteDb db, Dictionary<Guid, FaceTraits> to, Guid[] ids, CancellationToken ct)
    {
        var rows = await db.Records.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Version, r.OrganisationId }).ToListAsync(ct);
        var read = await clues.ReadAsync(db, rows.ToDictionary(r => r.Id, r => r.Version), ct);
        foreach (var row in rows)
            if (read.TryGetValue(row.Id, out var said)) to[row.Id] = new FaceTraits(said.Sex, BirthYears.Of(said), row.OrganisationId);
    }
}
