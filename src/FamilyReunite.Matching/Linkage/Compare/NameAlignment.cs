using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>Pairs off the words of two names in any order, best first; two words written as one in the other name count as one.</summary>
internal static class NameAlignment
{
    private const double Least = 0.45;

    /// <returns>Bits shared, bits left over on either side, and how alike the worst paired word of the name with fewer words is (0 when one has no partner).</returns>
    public static (double Shared, double RestA, double RestB, double Weakest) Align(Word[] a, Word[] b)
    {
        (a, b) = (Joined(a, b), Joined(b, a));
        var pairs = new List<(double Alike, int I, int J)>(a.Length * b.Length);
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < b.Length; j++)
                if (WordLikeness.Of(a[i], b[j], asName: true) is var alike and > Least) pairs.Add((alike, i, j));
        pairs.Sort((x, y) => Worth(y, a, b).CompareTo(Worth(x, a, b)) is var c and not 0 ? c : (x.I + x.J).CompareTo(y.I + y.J));
        var (likeA, likeB) = (new double[a.Length], new double[b.Length]);
        var (shared, restA, restB) = (0.0, 0.0, 0.0);
        foreach (var (alike, i, j) in pairs)
        {
            if (likeA[i] > 0 || likeB[j] > 0) continue;
            likeA[i] = likeB[j] = alike;
            var worth = Math.Min(NameLexicon.Bits(a[i]), NameLexicon.Bits(b[j]));
            shared += alike * worth;
            restA += (1 - alike) * worth;
            restB += (1 - alike) * worth;
        }
        for (var i = 0; i < a.Length; i++)
            if (likeA[i] == 0) restA += NameLexicon.Bits(a[i]);
        for (var j = 0; j < b.Length; j++)
            if (likeB[j] == 0) restB += NameLexicon.Bits(b[j]);
        var (ofA, ofB) = (Weakest(a, likeA, b.Length), Weakest(b, likeB, a.Length));
        return (shared, restA, restB, a.Length == b.Length ? Math.Min(ofA, ofB) : a.Length < b.Length ? ofA : ofB);
    }

    private static double Worth((double Alike, int I, int J) p, Word[] a, Word[] b) => p.Alike * 100 + Math.Min(NameLexicon.Bits(a[p.I]), NameLexicon.Bits(b[p.J]));

    private static double Weakest(Word[] words, double[] alike, int others)
    {
        var weakest = words.Length == 0 || others == 0 ? 0 : 1.0;
        for (var i = 0; i < words.Length; i++)
            if (!words[i].IsParticle) weakest = Math.Min(weakest, alike[i]);
        return weakest;
    }

    /// <summary>Neighbours of one name that the other writes as one word become one word.</summary>
    private static Word[] Joined(Word[] words, Word[] other)
    {
        for (var length = Math.Min(3, words.Length); length >= 2; length--)
            for (var i = 0; i + length <= words.Length; i++)
            {
                if (words[i].IsHan) continue;
                if (length == 2 && Array.Find(other, o => JoinedWords.Are(words[i], words[i + 1], o)) is { } whole) return Joined([.. words[..i], whole, .. words[(i + 2)..]], other);
                var together = string.Concat(words.AsSpan(i, length).ToArray().Select(w => w.Latin));
                if (together.Length < 4 || !Array.Exists(other, o => Same(o.Latin, together))) continue;
                return Joined([.. words[..i], new Word(together, together), .. words[(i + length)..]], other);
            }
        return words;
    }

    private static bool Same(string word, string together) =>
        word.Length >= together.Length - 1 && word[0] == together[0] && Spelling.Edits(word, together, 1) <= 1;
}
