using System.Text;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Korean names as they are written in Latin letters: syllable by syllable, so that "김정은" meets "Kim Jong-un".</summary>
internal static class Hangul
{
    /// <summary>Two to four syllables in a row are a name; more are a foreign word, which stays whole.</summary>
    private const int Longest = 4;

    /// <summary>Syllables of one vowel, whose reading by the letter would pass for an initial.</summary>
    private static readonly Dictionary<char, string> Vowels = new() { ['이'] = "yi", ['오'] = "oh", ['우'] = "woo", ['아'] = "ah", ['어'] = "uh", ['에'] = "eh", ['애'] = "ae", ['으'] = "eu" };

    /// <summary>The text with a blank between the syllables of every Korean name in it; other text as it is.</summary>
    public static string Apart(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uAC00', '\uD7A3')) return text;
        var apart = new StringBuilder(text.Length * 2);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && IsSyllable(text[end])) end++;
            if (end == i) apart.Append(text[i++]);
            else
            {
                Add(apart, text.AsSpan(i, end - i));
                i = end;
            }
        }
        return apart.ToString();
    }

    private static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static void Add(StringBuilder apart, ReadOnlySpan<char> name)
    {
        if (name.Length > Longest)
        {
            apart.Append(name);
            return;
        }
        foreach (var c in name)
        {
            if (apart.Length > 0 && apart[^1] != ' ') apart.Append(' ');
            if (Vowels.TryGetValue(c, out var latin)) apart.Append(latin);
            else apart.Append(c);
        }
    }
}
