using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>What two names have in common, as figures of which more always means more alike: none grows when names differ more.</summary>
internal readonly record struct NameFigures(double Ratio, double Whole, double Shared, double Conflict, double Surplus, double Weakest)
{
    public const int Count = 7;

    public float[] ToVector() => [(float)Ratio, (float)Whole, (float)Shared, (float)Conflict, (float)Surplus, (float)Weakest, (float)(Ratio * Whole * Weakest)];

    public static NameFigures Of(string a, string b) => Of(Cut(a), Cut(b));

    public static NameFigures Of(Word[] a, Word[] b)
    {
        var (shared, restA, restB, weakest) = NameAlignment.Align(a, b);
        var ratio = shared <= 0 ? 0 : shared / (shared + (restA + restB) / 2);
        return new NameFigures(ratio, Written(a, b), Math.Min(shared, 30) / 10, -Math.Min(Math.Min(restA, restB), 20) / 10, -Math.Min(Math.Abs(restA - restB), 20) / 10, weakest);
    }

    public static Word[] Cut(string name) => [.. WordReader.Read(name, asName: true).Select(w => new Word(w.Text, w.Latin)).Where(w => w.Text.Length > 0).Take(12)];

    /// <summary>The letters in one row, as written and sorted by words: parts written apart or together change nothing.</summary>
    private static double Written(Word[] a, Word[] b)
    {
        var asWritten = Alike(string.Concat(a.Select(w => w.Latin)), string.Concat(b.Select(w => w.Latin)));
        return asWritten >= 1 ? 1 : Math.Max(asWritten, Alike(Sorted(a), Sorted(b)));
    }

    private static string Sorted(Word[] words) => string.Concat(words.Select(w => w.Latin).Order(StringComparer.Ordinal));

    private static double Alike(string a, string b)
    {
        var longer = Math.Max(a.Length, b.Length);
        if (longer == 0) return 0;
        var most = longer / 2;
        return Math.Max(0, 1 - (double)Spelling.Edits(a, b, most) / longer);
    }
}
