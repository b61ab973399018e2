namespace FamilyReunite.Photos.Faces;

/// <summary>How well similarities tell the same person from strangers.</summary>
/// <param name="TrueAccept">Share of same-person pairs at or above <paramref name="Threshold"/>, 0 to 1; null without pairs of both kinds.</param>
/// <param name="Threshold">The lowest similarity that at most one stranger pair in a thousand reaches.</param>
public sealed record FacePairReport(int Same, int Strangers, double? TrueAccept, float? Threshold)
{
    private const double FalseAccept = 0.001;

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
