using System.Text;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>A key that spellings of one sound share, across the usual romanisations: consonants in classes, vowels only at the start, doubles once.</summary>
internal static class SoundKey
{
    /// <summary>Up to eight letters; empty for a word without letters. Takes folded text.</summary>
    public static string Of(string word)
    {
        var key = new StringBuilder(8);
        for (var i = 0; i < word.Length && key.Length < 8;)
        {
            var (sound, used) = At(word, i);
            i += used;
            if (sound == '\0' || (key.Length > 0 && (sound == 'A' || key[^1] == sound))) continue;
            key.Append(sound);
        }
        return key.ToString();
    }

    private static (char Sound, int Used) At(string w, int i)
    {
        var rest = w.AsSpan(i);
        if (Starts(rest, "tsch")) return ('S', 4);
        if (Starts(rest, "shch") || Starts(rest, "stch")) return ('S', 4);
        if (Starts(rest, "sch") || Starts(rest, "tch")) return ('S', 3);
        if (Starts(rest, "sh") || Starts(rest, "ch") || Starts(rest, "zh") || Starts(rest, "cz") || Starts(rest, "sz") || Starts(rest, "dj") || Starts(rest, "dz")) return ('S', 2);
        if (Starts(rest, "ph")) return ('V', 2);
        if (Starts(rest, "kh") && i == 0) return ('K', 2);
        if (Starts(rest, "gh")) return (i == 0 ? 'K' : '\0', 2);
        if (Starts(rest, "kn") && i == 0) return ('N', 2);
        if (Starts(rest, "wr") && i == 0) return ('R', 2);
        if (rest.Length > 1 && rest[1] == 'h' && rest[0] is 'k' or 't' or 'd' or 'b') return (One(rest[0], i, '\0'), Math.Min(2, rest.Length));
        return (One(rest[0], i, rest.Length > 1 ? rest[1] : '\0'), 1);
    }

    private static char One(char c, int i, char next) => c switch
    {
        'c' => next is 'e' or 'i' or 'y' ? 'S' : 'K',
        'g' when next is 'e' or 'i' && i == 0 => 'J',
        'k' or 'q' or 'g' or 'x' => 'K',
        'j' => 'J',
        's' or 'z' => 'S',
        'f' or 'v' => 'V',
        'w' => i == 0 ? 'V' : '\0',
        'b' or 'p' => 'B',
        'd' or 't' => 'T',
        'l' => 'L', 'm' => 'M', 'n' => 'N', 'r' => 'R',
        'h' => i == 0 ? 'H' : '\0',
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 'A',
        >= '0' and <= '9' => c,
        _ => '\0',
    };

    private static bool Starts(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.Ordinal);
}
