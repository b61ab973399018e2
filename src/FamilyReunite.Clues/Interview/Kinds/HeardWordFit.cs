using FamilyReunite.Clues.Sounds;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Interview.Kinds;

/// <summary>P(written down so | the person said this word), for every known word of a topic.</summary>
internal static class HeardWordFit
{
    /// <summary>Share of answers for which staff pick or write the characters that the word list has; the rest are written by ear.</summary>
    private const double Picked = 0.7;

    /// <summary>P(a syllable of some other word): about 400 syllables, some much commoner than others.</summary>
    private const double AnySyllable = 1 / 150.0;

    /// <summary>Syllables by which what was heard may be longer or shorter than the word.</summary>
    private const int MostSlips = 2;

    /// <summary>A word must fit so many times better than any other sound.</summary>
    private const double LeastFit = 40;

    /// <summary>Endings that a word takes or drops freely.</summary>
    private const string Endings = "儿子头个的了仔";

    /// <summary>Characters that introduce an answer.</summary>
    private static readonly string[] Openings = ["我们那里叫", "我们那儿叫", "我们这里叫", "我们叫", "俺们叫", "俺叫", "我叫", "家里叫", "老家叫", "就叫", "叫做", "就是", "叫", "是"];

    private static readonly SoundComparer Sounds = new();

    /// <returns>One weight a word and a last one for words that are not listed; null when nothing known was said.</returns>
    public static double[]? Of(string said, string[] words)
    {
        var heard = Core(said);
        if (heard.Length == 0) return null;
        if (words.Where(w => w.Length > 1 && heard.Length > w.Length && heard.Contains(w, StringComparison.Ordinal)).MaxBy(w => w.Length) is { } inside) heard = inside;
        var any = (1 - Picked) * Math.Pow(AnySyllable, heard.Length);
        var weights = new double[words.Length + 1];
        for (var w = 0; w < words.Length; w++)
            weights[w] = (heard == words[w] ? Picked : 0) + (Math.Abs(heard.Length - words[w].Length) > MostSlips ? 0 : (1 - Picked) * Math.Exp(Sounds.LogLikelihood(heard, words[w])) * Math.Pow(AnySyllable, Added(heard, words[w])));
        weights[^1] = any;
        return weights.Take(words.Length).Max() > LeastFit * any ? weights : null;
    }

    /// <summary>Syllables that the word does not have: each could have been any, where endings are few.</summary>
    private static int Added(string heard, string word) => Math.Max(0, heard.Length - word.Length - Math.Max(0, EndingsOf(heard) - EndingsOf(word)));

    private static int EndingsOf(string text) => text.Count(c => Endings.Contains(c, StringComparison.Ordinal));

    private static string Core(string said)
    {
        var text = string.Concat(PlainText.Of(said).Where(PlainText.IsHan));
        foreach (var opening in Openings)
            if (text.Length > opening.Length && text.StartsWith(opening, StringComparison.Ordinal)) return text[opening.Length..];
        return text;
    }
}
