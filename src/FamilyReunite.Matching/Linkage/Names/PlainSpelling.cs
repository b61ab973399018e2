using System.Text;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>One spelling for what the usual romanisations write in several ways: Youri, Iouri and Yury are one, as are Zheleznyak and Jelezniak, Bashir and Basheer. Vowels stay, so that it tells more names apart than <see cref="SoundKey"/>.</summary>
internal static class PlainSpelling
{
    private static readonly (string Written, string Plain)[] Groups =
        [("dzh", "j"), ("tch", "ch"), ("sch", "sh"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ch", "ch"), ("sh", "sh"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ts", "z"), ("tz", "z"), ("cz", "z")];

    /// <param name="word">Folded text.</param>
    public static string Of(string word)
    {
        var plain = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var at = i;
            var group = Array.FindIndex(Groups, g => word.AsSpan(at).StartsWith(g.Written, StringComparison.Ordinal));
            if (group >= 0) Add(plain, Groups[group].Plain);
            else Add(plain, One(word[i], i + 1 < word.Length ? word[i + 1] : '\0'));
            i += group >= 0 ? Groups[group].Written.Length : 1;
        }
        if (plain.Length > 3 && plain[^1] == 'h' && plain[^2] is 'a' or 'e' or 'o') plain.Length--;
        if (plain.Length > 3 && plain[^1] == 'f' && plain[^2] is 'o' or 'e') plain[^1] = 'v';
        return plain.ToString();
    }

    private static string One(char c, char next) => c switch
    {
        'q' => "k",
        'w' => "v",
        'y' => "i",
        'x' => "ks",
        'c' => next is 'e' or 'i' or 'y' ? "s" : "k",
        _ => c.ToString(),
    };

    /// <summary>Doubles count once.</summary>
    private static void Add(StringBuilder plain, string text)
    {
        foreach (var c in text)
            if (plain.Length == 0 || plain[^1] != c) plain.Append(c);
    }
}
