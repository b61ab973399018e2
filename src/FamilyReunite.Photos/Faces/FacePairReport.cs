using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Faces;

/// <summary>How well similarities tell the same person from strangers.</summary>
/// <param name="TrueAccept">Share of same-person pairs at or above <paramref name="Threshold"/>; null when <paramref name="Strangers"/> are too few to tell.</param>
/// <param name="Threshold">The lowest similarity that at most one stranger pair in a thousand reaches.</param>
/// <param name="FirstRank">Share of the photos whose most similar partner is one of the same person, among those that have partners of both kinds; null without any.</param>
public sealed record FacePairReport(int Same, int Strangers, MeasuredShare? TrueAccept, float? Threshold, MeasuredShare? FirstRank)
{
    /// <summary>With fewer pairs of strangers, one in a thousand is not even one of them.</summary>
    public const int LeastStrangers = 1000;

    private const double FalseAccept = 0.001;

    public static FacePairReport Of(IReadOnlyCollection<MeasuredPair> pairs)
    {
        var strangers = pairs.Where(p => !p.Same).Select(p => p.Similarity).OrderDescending().ToList();
        var same = pairs.Count - strangers.Count;
        if (same == 0 || strangers.Count < LeastStrangers) return new FacePairReport(same, strangers.Count, null, null, RankOf(pairs));
        // the first stranger that may not pass: everything above it does
        var bar = MathF.BitIncrement(strangers[(int)(strangers.Count * FalseAccept)]);
        return new FacePairReport(same, strangers.Count, MeasuredShare.Of([.. pairs.Where(p => p.Same).Select(p => (p.PersonA, p.Similarity >= bar))]), bar, RankOf(pairs));
    }

    private static MeasuredShare? RankOf(IReadOnlyCollection<MeasuredPair> pairs)
    {
        var best = new Dictionary<int, (int Person, float Same, float Stranger)>();
        foreach (var p in pairs)
        {
            Take(p.PhotoA, p.PersonA, p);
            Take(p.PhotoB, p.PersonB, p);
        }
        return MeasuredShare.Of([.. best.Values.Where(b => !float.IsNegativeInfinity(b.Same) && !float.IsNegativeInfinity(b.Stranger)).Select(b => (b.Person, b.Same > b.Stranger))]);

        void Take(int photo, int person, MeasuredPair p)
        {
            var (_, same, stranger) = best.GetValueOrDefault(photo, (person, float.NegativeInfinity, float.NegativeInfinity));
            best[photo] = p.Same ? (person, MathF.Max(same, p.Similarity), stranger) : (person, same, MathF.Max(stranger, p.Similarity));
        }
    }
}
