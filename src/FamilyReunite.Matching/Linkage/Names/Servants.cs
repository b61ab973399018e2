namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Arabic names of the kind "servant of …", which are written in one, two or three words: Abd al-Rahman, Abdul Rahman, Abdurrahman, Abderrahmane.</summary>
internal static class Servants
{
    private const string Servant = "abd";
    private const string Usual = "abdul";

    /// <summary>The words of a name, such ones in one.</summary>
    public static IEnumerable<string> Joined(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var next = words[i] == Servant && i + 2 < words.Length && IsArticle(words[i + 1]) ? i + 2 : IsOpen(words[i]) && i + 1 < words.Length ? i + 1 : i;
            yield return next == i ? words[i] : Usual + words[next];
            i = next;
        }
    }

    /// <summary>One spelling for them all; other words as they are.</summary>
    public static string Plain(string word)
    {
        if (word.Length < 8 || !word.StartsWith(Servant, StringComparison.Ordinal) || word[3] is not ('a' or 'e' or 'u' or 'o')) return word;
        // the article takes the sound of the letter after it: ar-Rahman, as-Samad
        return word[4] == 'l' || word[4] == word[5] ? Usual + word[5..] : word;
    }

    private static bool IsOpen(string word) => word is "abdul" or "abdel" or "abdal" or "abdoul" or "abdur" or "abder" or "abdus";

    private static bool IsArticle(string word) => word is "al" or "el" or "ul" or "ar" or "er" or "ur" or "as" or "es" or "us";
}
