namespace FamilyReunite.Search.Tokens;

/// <summary>Splits Latin letters that a user typed ("gouge", "zhang jianguo") into Mandarin syllables.</summary>
internal static class PinyinWords
{
    private static readonly string[] Initials = ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"];

    private static readonly HashSet<string> Finals = new(
        "a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia ua uo uai iao ian uan van iang uang iong".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Bare = new("a o e ai ei ao ou er an en ang eng".Split(' '), StringComparer.Ordinal);

    private const int Longest = 6;

    /// <summary>The fewest syllables that make up the letters; empty when no split does.</summary>
    public static IReadOnlyList<string> Split(string letters)
    {
        var s = SoundKey.Fine(letters);
        var from = new int[s.Length + 1];
        var count = new int[s.Length + 1];
        for (var end = 1; end <= s.Length; end++)
        {
            count[end] = int.MaxValue;
            for (var start = Math.Max(0, end - Longest); start < end; start++)
            {
                if (count[start] == int.MaxValue || count[start] + 1 >= count[end] || !IsSyllable(s[start..end])) continue;
                (count[end], from[end]) = (count[start] + 1, start);
            }
        }
        if (s.Length == 0 || count[s.Length] == int.MaxValue) return [];
        var parts = new List<string>();
        for (var end = s.Length; end > 0; end = from[end]) parts.Insert(0, s[from[end]..end]);
        return parts;
    }

    private static bool IsSyllable(string s)
    {
        if (Bare.Contains(s)) return true;
        var initial = Array.Find(Initials, i => s.StartsWith(i, StringComparison.Ordinal));
        return initial is not null && Finals.Contains(s[initial.Length..]);
    }
}
