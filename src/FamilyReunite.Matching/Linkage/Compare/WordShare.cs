namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>How much of two texts is the same words: <c>all</c>, <c>most</c>, <c>some</c>, <c>none</c>.</summary>
internal static class WordShare
{
    private const double Most = 0.6;
    private const double Some = 0.25;

    public static string Of(string a, string b)
    {
        var (shared, restA, restB, _) = NameAlignment.Align(NameFigures.Cut(a), NameFigures.Cut(b));
        var ratio = shared <= 0 ? 0 : shared / (shared + (restA + restB) / 2);
        return ratio > 0.97 ? "all" : ratio >= Most ? "most" : ratio >= Some ? "some" : "none";
    }
}
