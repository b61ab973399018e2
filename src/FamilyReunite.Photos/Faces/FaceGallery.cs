using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Photos.Faces;

/// <param name="Own">The photo that was asked with.</param>
/// <param name="Other">The photo that is like it.</param>
public sealed record FaceNeighbour(FaceEntry Own, FaceEntry Other, float Similarity);

/// <summary>The faces of one pack as they were at one moment, laid out for search. Immutable.</summary>
public sealed class FaceGallery
{
    private readonly FaceSide _persons, _reports;
    private readonly ILookup<Guid, FaceEntry> _ofRecord;

    /// <param name="contract">Of the pack all entries are of.</param>
    /// <param name="former">The gallery before a change: what is still the same is taken over from it.</param>
    public FaceGallery(string contract, IReadOnlyList<FaceEntry> entries, int dimension, FaceGallery? former = null)
    {
        (Contract, All, _ofRecord) = (contract, entries, entries.ToLookup(e => e.RecordId));
        _persons = new FaceSide([.. entries.Where(e => !e.IsReport).OrderBy(e => e.AttachmentId)], dimension, former?._persons);
        _reports = new FaceSide([.. entries.Where(e => e.IsReport).OrderBy(e => e.AttachmentId)], dimension, former?._reports);
    }

    private FaceGallery(FaceGallery same, Func<Guid, FaceTraits> traits) =>
        (Contract, All, _ofRecord, _persons, _reports) = (same.Contract, same.All, same._ofRecord, same._persons.With(traits), same._reports.With(traits));

    public string Contract { get; }

    public IReadOnlyList<FaceEntry> All { get; }

    public int Count => All.Count;

    /// <summary>Records that have a face here.</summary>
    public IEnumerable<Guid> Records => _ofRecord.Select(g => g.Key);

    /// <summary>The same faces with what is known of their records now; nothing is laid out anew.</summary>
    public FaceGallery With(Func<Guid, FaceTraits> traits) => new(this, traits);

    /// <summary>The faces of one record.</summary>
    public IEnumerable<FaceEntry> Of(Guid recordId) => _ofRecord[recordId];

    /// <summary>The records most like the face, best first, each once. The filter is applied inside the scan, so it costs no recall.</summary>
    public IReadOnlyList<FaceHit> Nearest(FaceQuery query) => query.Kind switch
    {
        RecordKind.Stranded => _persons.Nearest(query),
        RecordKind.Missing => _reports.Nearest(query),
        _ => [],
    };

    /// <summary>The most alike photos of two records; null when one of them has none.</summary>
    public FaceNeighbour? Best(Guid a, Guid b) =>
        Of(a).SelectMany(own => Of(b).Select(other => new FaceNeighbour(own, other, Dot(own.Values, other.Values)))).MaxBy(n => n.Similarity);

    private static float Dot(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
