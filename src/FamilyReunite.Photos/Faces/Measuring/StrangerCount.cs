namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>How many strangers are how alike, with what chance may hide. Several photos of the same two people say much the same: they count together as fewer.</summary>
internal sealed class StrangerCount
{
    private const double Z = 1.645;
    private readonly float[] _rising;
    private readonly double _together;

    /// <param name="from">Strangers at least so alike show how far pairs of the same two people go together.</param>
    public StrangerCount(IReadOnlyCollection<MeasuredPair> strangers, float from)
    {
        _rising = [.. strangers.Select(s => s.Similarity).Order()];
        var alike = strangers.Where(s => s.Similarity >= from).ToList();
        var counts = (alike.Count > 0 ? alike : strangers).GroupBy(s => (Math.Min(s.PersonA, s.PersonB), Math.Max(s.PersonA, s.PersonB))).Select(g => (double)g.Count()).ToList();
        _together = counts.Sum(c => c * c) / counts.Sum();
    }

    /// <summary>As many pairs of strangers as would tell the same if each were of two other people.</summary>
    public double Independent => _rising.Length / _together;

    public int AtLeast(float similarity)
    {
        var at = Array.BinarySearch(_rising, similarity);
        if (at < 0) return _rising.Length - ~at;
        while (at > 0 && _rising[at - 1] >= similarity) at--;
        return _rising.Length - at;
    }

    /// <summary>Share of strangers among <paramref name="count"/> of all, as though one more independent one had been there: none seen is not none.</summary>
    public double Share(int count) => (count / _together + 1) / (Independent + 1);

    /// <summary>Of a million strangers, at most so many are at least this alike, with 95 % confidence (Poisson, by Wilson and Hilferty).</summary>
    public double MostPerMillion(float similarity)
    {
        var next = AtLeast(similarity) / _together + 1;
        return Math.Min(1e6, next * Math.Pow(1 - 1 / (9 * next) + Z / (3 * Math.Sqrt(next)), 3) / Independent * 1e6);
    }
}
