namespace FamilyReunite.Photos.Faces;

/// <summary>How well similarities tell the same person from strangers.</summary>
/// <param name="TrueAccept">Share of same-person pairs at or above <paramref name="Threshold"/>, 0 to 1; null without pairs of both kinds.</param>
/// <param name="Threshold">The lowest similarity that at most one stranger pair in a thousand reaches.</param>
public sealed record FacePairReport(int Same, int Strangers, double? TrueAccept, float? Threshold)
{
    private const double FalseAccept = 0.001;

    /// <summary>Share of the photos whose most similar partner is one of the same person, among those that have partners of both kinds; null without any.</summary>
    public static double? FirstRank(IReadOnlyCollection<(string A, string B, float Similarity, bool Same)> pairs)
    {
        var asked = pairs.SelectMany(p => new[] { (Photo: p.A, p.Similarity, p.Same), (Photo: p.B, p.Similarity, p.Same) }).GroupBy(p => p.Photo, StringComparer.Ordinal).Where(g => g.Any(p => p.Same) && g.Any(p => !p.Same)).ToList();
        return asked.Count == 0 ? null : asked.Count(g => g.Where(p => p.Same).Max(p => p.Similarity) > g.Where(p => !p.Same).Max(p => p.Similarity)) / (double)asked.Count;
    }

    public static FacePairReport Of(IReadOnlyCollection<(float Similarity, bool Same)> pairs)
    {
        var strangers = pairs.Where(p => !p.Same).Select(p => p.Similarity).OrderDescending().ToList();
        var same = pairs.Count - strangers.Count;
        if (same == 0 || strangers.Count == 0) return new FacePairReport(same, strangers.Count, null, null);
        // the first stranger that may not pass: everything above it does
        var bar = MathF.BitIncrement(strangers[(int)(strangers.Count * FalseAccept)]);
        return new FacePairReport(same, strangers.Count, pairs.Count(p => p.Same && p.Similarity >= bar) / (double)same, bar);
    }
}
