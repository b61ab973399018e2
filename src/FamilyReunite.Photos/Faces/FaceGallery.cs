namespace FamilyReunite.Photos.Faces;

/// <param name="Own">The photo that was asked with.</param>
/// <param name="Other">The photo that is like it.</param>
public sealed record FaceNeighbour(FaceEntry Own, FaceEntry Other, float Similarity);

/// <summary>The faces of one pack as they were at one moment, laid out for search. Immutable.</summary>
public sealed class FaceGallery
{
    private readonly FaceEntry[] _entries;
    private readonly VectorScan _scan;
    private readonly ILookup<Guid, int> _rows;

    /// <param name="contract">Of the pack all entries are of.</param>
    public FaceGallery(string contract, IReadOnlyList<FaceEntry> entries, int dimension)
    {
        Contract = contract;
        _entries = [.. entries];
        var values = new float[(long)_entries.Length * dimension];
        for (var row = 0; row < _entries.Length; row++) _entries[row].Values.CopyTo(values, row * dimension);
        _scan = new VectorScan(values, dimension);
        _rows = Enumerable.Range(0, _entries.Length).ToLookup(row => _entries[row].RecordId);
    }

    public string Contract { get; }

    public IReadOnlyList<FaceEntry> All => _entries;

    public int Count => _entries.Length;

    public int Persons => _rows.Count;

    /// <summary>The faces of one record.</summary>
    public IEnumerable<FaceEntry> Of(Guid recordId) => _rows[recordId].Select(row => _entries[row]);

    /// <summary>The records of the other kind whose faces are most like one of this record's, best first, each once.</summary>
    /// <param name="allowed">By sex, age or station; null allows all. A filter costs no recall.</param>
    public IReadOnlyList<FaceNeighbour> Nearest(Guid recordId, int k, Func<FaceEntry, bool>? allowed = null)
    {
        var found = new List<FaceNeighbour>();
        foreach (var own in Of(recordId))
        {
            // a record may hold several photos, so more photos are looked at than records are asked for
            var near = _scan.Nearest(own.Values, 3 * k, row => _entries[row].IsReport != own.IsReport && allowed?.Invoke(_entries[row]) != false);
            found.AddRange(near.Select(n => new FaceNeighbour(own, _entries[n.Row], n.Similarity)));
        }
        return [.. found.OrderByDescending(n => n.Similarity).ThenBy(n => n.Other.AttachmentId).DistinctBy(n => n.Other.RecordId).Take(k)];
    }

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
