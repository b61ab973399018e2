using FamilyReunite.Domain.Faces;

namespace FamilyReunite.Photos.Faces;

/// <summary>The faces of the stranded persons, or those of the missing reports: only one of the two is ever looked through.</summary>
internal sealed class FaceSide
{
    private readonly FaceEntry[] _entries;
    private readonly VectorScan _scan;
    private readonly FaceTraits[] _traits;

    /// <param name="former">What is still the same is taken over from it.</param>
    public FaceSide(FaceEntry[] entries, int dimension, FaceSide? former) =>
        (_entries, _scan, _traits) = (entries, new VectorScan(Array.ConvertAll(entries, e => e.Values), dimension, former?._scan), new FaceTraits[entries.Length]);

    private FaceSide(FaceSide same, FaceTraits[] traits) => (_entries, _scan, _traits) = (same._entries, same._scan, traits);

    /// <summary>The same faces with what is known of their records now.</summary>
    public FaceSide With(Func<Guid, FaceTraits> traits) => new(this, Array.ConvertAll(_entries, e => traits(e.RecordId)));

    /// <summary>A record may hold several photos, so more of them are looked at until there are enough records.</summary>
    public IReadOnlyList<FaceHit> Nearest(FaceQuery query)
    {
        var filter = query.Filter ?? FaceFilter.None;
        Func<int, bool>? allowed = filter == FaceFilter.None ? null : row => filter.Allows(_traits[row]);
        for (var photos = 2L * query.Count; ; photos *= 4)
        {
            var near = _scan.Nearest(query.Vector, (int)Math.Min(photos, _entries.Length), allowed);
            var records = near.Select(n => new FaceHit(_entries[n.Row], n.Similarity)).DistinctBy(h => h.Face.RecordId).Take(query.Count).ToList();
            if (records.Count == query.Count || near.Count < photos) return records;
        }
    }
}
