using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Search.Tokens;

/// <summary>A syllable with everything removed that some dialect or hearer mixes up: what is left still tells most names apart when two syllables stand together.</summary>
internal static class CoarseSound
{
    public static string Of(string syllable)
    {
        var s = Syllable.Parse(SoundKey.Fine(syllable));
        return Initial(s.Initial, s.Final) + "-" + Final(s.Final);
    }

    /// <summary>Palatals fall together with the sibilants, n and r with l, h before u with f, breathy stops with plain ones.</summary>
    private static string Initial(string initial, string final) => initial switch
    {
        "zh" or "j" => "z",
        "ch" or "q" or "c" => "z",
        "sh" or "x" => "s",
        "n" or "r" => "l",
        "p" => "b",
        "t" => "d",
        "k" => "g",
        "h" when final.StartsWith('u') => "f",
        "y" or "w" => "",
        _ => initial,
    };

    /// <summary>Glides and the difference of -n and -ng fall away, and the height of the middle vowels.</summary>
    private static string Final(string final)
    {
        var f = final.EndsWith("ng", StringComparison.Ordinal) ? final[..^1] : final;
        f = f.Length > 1 && f[0] is 'i' or 'u' or 'v' && f[1] is 'a' or 'o' or 'e' ? f[1..] : f;
        return f switch
        {
            "in" or "un" or "vn" or "on" => "en",
            "o" or "uo" => "e",
            "ui" => "ei",
            "iu" => "ou",
            "v" or "ɨ" => "i",
            _ => f,
        };
    }
}
