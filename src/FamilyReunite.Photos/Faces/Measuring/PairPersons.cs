using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>Who is who in labelled pairs: photos said to be of one person, directly or over others, are one.</summary>
public sealed class PairPersons
{
    private readonly Dictionary<string, int> _photos = new(StringComparer.Ordinal);
    private readonly List<int> _with = [];

    public PairPersons(IEnumerable<LabelledPair> pairs)
    {
        foreach (var pair in pairs)
        {
            var (a, b) = (PhotoOf(pair.A), PhotoOf(pair.B));
            if (pair.Same) _with[Top(a)] = Top(b);
        }
    }

    /// <summary>Every photo that is named.</summary>
    public IReadOnlyCollection<string> Photos => _photos.Keys;

    public int PersonOf(string photo) => Top(_photos[photo]);

    /// <summary>The first pair that is said to be strangers though others say that they are one person. Problem: face.pairs-contradict (photo, photo).</summary>
    public Problem? Contradiction(IEnumerable<LabelledPair> pairs) =>
        pairs.FirstOrDefault(p => !p.Same && PersonOf(p.A) == PersonOf(p.B)) is { } pair ? new Problem("face.pairs-contradict", null, pair.A, pair.B) : null;

    /// <param name="face">Null for a photo without a face that can be compared; its pairs are left out.</param>
    public IReadOnlyList<MeasuredPair> Measure(IEnumerable<LabelledPair> pairs, Func<string, (FaceVector Vector, bool Clear)?> face) =>
    [
        .. from pair in pairs
           let a = face(pair.A)
           let b = face(pair.B)
           where a is not null && b is not null
           select new MeasuredPair(_photos[pair.A], _photos[pair.B], PersonOf(pair.A), PersonOf(pair.B), a.Value.Vector.Similarity(b.Value.Vector) ?? float.NaN, pair.Same, a.Value.Clear && b.Value.Clear, pair.Ages, pair.Years),
    ];

    private int PhotoOf(string photo)
    {
        if (_photos.TryGetValue(photo, out var known)) return known;
        _with.Add(_with.Count);
        return _photos[photo] = _with.Count - 1;
    }

    private int Top(int photo)
    {
        while (_with[photo] != photo) photo = _with[photo] = _with[_with[photo]];
        return photo;
    }
}
