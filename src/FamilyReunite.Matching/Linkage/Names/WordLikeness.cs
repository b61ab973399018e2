using System.Numerics;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>How far one word may stand for another: 1 the same, 0 not at all. Symmetric.</summary>
internal static class WordLikeness
{
    public const double Nickname = 0.85;
    public const double Initial = 0.5;
    public const double OtherScript = 0.95;
    public const double SameSound = 0.8;

    /// <summary>Established spellings of one name part, and romanisations that differ in nothing else.</summary>
    public const double OtherSpelling = 0.9;

    /// <param name="asName">Nicknames, initials and sounds count.</param>
    public static double Of(Word a, Word b, bool asName)
    {
        if (ReferenceEquals(a, b) || a.Text == b.Text) return 1;
        if (a.IsHan && b.IsHan) return Han(a, b);
        if (a.Latin.Length == 0 || b.Latin.Length == 0) return 0;
        if (a.Latin == b.Latin) return a.IsHan != b.IsHan ? OtherScript : 1;
        if (a.IsNumber || b.IsNumber) return Number(a.Latin, b.Latin);
        if (asName && Romanised(a, b) is var known and > 0) return known;
        var (shorter, longer) = a.Latin.Length <= b.Latin.Length ? (a.Latin, b.Latin) : (b.Latin, a.Latin);
        if (shorter.Length == 1) return asName && longer[0] == shorter[0] ? Initial : 0;
        if (BitOperations.PopCount(a.Letters & b.Letters) * 2 <= BitOperations.PopCount(a.Letters | b.Letters) - 1) return 0;
        return Written(a, b, shorter, longer, asName);
    }

    private static double Romanised(Word a, Word b)
    {
        if (a.Plain == b.Plain && a.Plain.Length > 2) return OtherSpelling;
        if (Nicknames.Share(a.NameGroups, b.NameGroups)) return Nickname;
        return a.Bare.Length > 3 && (a.Bare == b.Bare || a.Bare == b.Plain || a.Plain == b.Bare) ? OtherSpelling : 0;
    }

    private static double Written(Word a, Word b, string shorter, string longer, bool asName)
    {
        var likeness = Spelling.JaroWinkler(shorter, longer);
        var edited = shorter.Length >= 4 && longer.Length - shorter.Length <= 1 && likeness > 0.7 && Spelling.Edits(shorter, longer, 1) == 1 ? 0.88 : 0;
        var spelt = likeness < 0.8 ? 0 : Math.Min(0.92, (likeness - 0.8) * 2.2 + 0.5);
        var sounds = asName && a.Sound.Length > 1 && a.Sound == b.Sound && likeness >= 0.6 ? SameSound : 0;
        var plain = asName && a.Plain.Length >= 5 && b.Plain.Length >= 5 && likeness > 0.6 && Spelling.Edits(a.Plain, b.Plain, 1) == 1 ? SameSound : 0;
        var begins = shorter.Length >= 4 && longer.StartsWith(shorter, StringComparison.Ordinal) ? 0.75 : 0;
        return Math.Max(Math.Max(edited, spelt), Math.Max(Math.Max(sounds, plain), begins));
    }

    private static double Number(string a, string b) =>
        a.Length < 2 || b.Length < 2 ? 0 : a.Length == b.Length && Spelling.Edits(a, b, 1) == 1 ? 0.6 : a.Length > 2 && b.Length > 2 && Spelling.Edits(a, b, 1) == 1 ? 0.5 : 0;

    private static double Han(Word a, Word b)
    {
        if (a.Latin == b.Latin) return 0.75;
        if (Math.Abs(a.Text.Length - b.Text.Length) > 1) return 0;
        var same = a.Text.Count(c => b.Text.Contains(c, StringComparison.Ordinal));
        return same == 0 ? 0 : 0.7 * same / Math.Max(a.Text.Length, b.Text.Length);
    }
}
