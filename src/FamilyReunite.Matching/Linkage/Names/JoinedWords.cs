namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Two words that another writer wrote as one: "su hak" and "suhak", "guk hyon" and "kukhyon".</summary>
internal static class JoinedWords
{
    private const int Shortest = 4;

    /// <summary>True when <paramref name="whole"/> is both words in a row, but for one letter in six or more, or for another established spelling of either.</summary>
    public static bool Are(Word first, Word second, Word whole)
    {
        var (a, b, w) = (first.Latin, second.Latin, whole.Latin);
        if (w.Length < Shortest || Math.Abs(a.Length + b.Length - w.Length) > 2 || a.Length < 1 || b.Length < 1) return false;
        if (w.StartsWith(a, StringComparison.Ordinal) && w.AsSpan(a.Length).SequenceEqual(b)) return true;
        if (w.Length >= 6 && w[0] == a[0] && Spelling.Edits(a + b, w, 1) <= 1) return true;
        if (first.NameGroups.Length == 0 && second.NameGroups.Length == 0) return false;
        for (var cut = Math.Max(2, a.Length - 2); cut <= Math.Min(w.Length - 2, a.Length + 2); cut++)
            if (Same(first, w[..cut]) && Same(second, w[cut..])) return true;
        return false;
    }

    private static bool Same(Word word, string part) => word.Latin == part || Nicknames.Share(word.NameGroups, Nicknames.GroupsOf(part));
}
