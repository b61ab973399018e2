namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>A share with the interval that holds the true one in 95 of 100 measurements. Photos of one person say much the same, so the interval counts persons, not photos.</summary>
public sealed record MeasuredShare(double Value, double Low, double High)
{
    private const double Z = 1.96;

    /// <param name="answers">Whether it held, with the person of whom.</param>
    /// <returns>Null without answers.</returns>
    public static MeasuredShare? Of(IReadOnlyCollection<(int Person, bool Held)> answers)
    {
        if (answers.Count == 0) return null;
        var share = answers.Count(a => a.Held) / (double)answers.Count;
        var persons = answers.GroupBy(a => a.Person).Select(g => (Held: g.Count(a => a.Held), All: g.Count())).ToList();
        var spread = persons.Sum(p => Math.Pow(p.Held - share * p.All, 2)) * persons.Count / Math.Max(1, persons.Count - 1) / answers.Count / answers.Count;
        // fewer where a few persons have most of the photos; never more, for whoever fails in every photo may be missing by chance
        var independent = spread > 0 ? Math.Clamp(share * (1 - share) / spread, 1, persons.Count) : persons.Count;
        return Wilson(share, independent);
    }

    private static MeasuredShare Wilson(double share, double n)
    {
        var (middle, scale) = (share + Z * Z / (2 * n), 1 + Z * Z / n);
        var half = Z * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new MeasuredShare(share, Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
