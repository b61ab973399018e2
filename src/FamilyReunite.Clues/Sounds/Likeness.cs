namespace FamilyReunite.Clues.Sounds;

/// <summary>How alike two initials or two finals sound to a Mandarin ear, by their features: what a table leaves out is shared by it.</summary>
internal static class Likeness
{
    /// <summary>Place (1 lips … 5 soft palate), manner and aspiration of the initials.</summary>
    private static readonly Dictionary<string, (int Place, char Manner, bool Breath)> InitialFeatures = new(StringComparer.Ordinal)
    {
        ["b"] = (1, 's', false), ["p"] = (1, 's', true), ["m"] = (1, 'n', false), ["f"] = (1, 'f', true), ["d"] = (2, 's', false), ["t"] = (2, 's', true), ["n"] = (2, 'n', false), ["l"] = (2, 'l', false),
        ["z"] = (2, 'a', false), ["c"] = (2, 'a', true), ["s"] = (2, 'f', true), ["zh"] = (3, 'a', false), ["ch"] = (3, 'a', true), ["sh"] = (3, 'f', true), ["r"] = (3, 'l', false),
        ["j"] = (4, 'a', false), ["q"] = (4, 'a', true), ["x"] = (4, 'f', true), ["g"] = (5, 's', false), ["k"] = (5, 's', true), ["h"] = (5, 'f', true), [""] = (6, 'v', false),
    };

    public static double Initials(string a, string b)
    {
        if (!InitialFeatures.TryGetValue(a, out var x) || !InitialFeatures.TryGetValue(b, out var y)) return 0.01;
        var far = Math.Min(2, Math.Abs(x.Place - y.Place)) * 0.8 + (x.Manner == y.Manner ? 0 : 1) + (x.Breath == y.Breath ? 0 : 0.6);
        return Math.Exp(-1.2 * far);
    }

    public static double Finals(string a, string b)
    {
        var (x, y) = (Parts(a), Parts(b));
        var far = (x.Medial == y.Medial ? 0 : 0.7) + Vowels(x.Vowel, y.Vowel) + (x.Coda == y.Coda ? 0 : x.Coda is "n" or "ng" && y.Coda is "n" or "ng" ? 0.5 : 0.9);
        return Math.Exp(-1.2 * far);
    }

    private static double Vowels(char a, char b) => a == b ? 0 : Height(a) is var x && Height(b) is var y ? 0.4 + 0.4 * Math.Abs(x - y) : 0;

    private static int Height(char vowel) => vowel switch { 'a' => 0, 'o' or 'e' => 1, _ => 2 };

    private static (char Medial, char Vowel, string Coda) Parts(string final)
    {
        if (final.Length == 0) return (' ', 'e', "");
        var coda = final.EndsWith("ng", StringComparison.Ordinal) ? "ng" : final.EndsWith('n') ? "n" : final.Length > 1 && final[^1] is 'i' or 'u' or 'o' && final is not "uo" and not "io" ? final[^1] == 'i' ? "i" : "u" : "";
        var body = final[..(final.Length - (coda is "n" or "ng" ? coda.Length : coda.Length > 0 ? 1 : 0))];
        if (final is "iu") return ('i', 'o', "u");
        if (final is "ui") return ('u', 'e', "i");
        if (final is "un") return ('u', 'e', "n");
        return body.Length > 1 && body[0] is 'i' or 'u' or 'v' ? (body[0], body[1], coda) : body.Length == 0 ? (' ', 'e', coda) : (body[0] is 'i' or 'v' && coda != "" ? body[0] : ' ', body[0], coda);
    }
}
