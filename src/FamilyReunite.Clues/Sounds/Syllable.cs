namespace FamilyReunite.Clues.Sounds;

/// <summary>A toneless Mandarin syllable. <paramref name="Initial"/> is "" for none; in <paramref name="Final"/> <c>ɨ</c> is the i of zhi and zi, <c>v</c> is ü.</summary>
public readonly record struct Syllable(string Initial, string Final)
{
    private static readonly string[] Initials = ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "z", "c", "s", "r"];

    /// <summary>Reads toneless pinyin in lower case ("lv" or "lü"); anything else becomes a syllable whose final is the text itself.</summary>
    public static Syllable Parse(string pinyin)
    {
        var p = pinyin.Replace('ü', 'v');
        if (p.Length == 0) return new Syllable("", "");
        if (p[0] is 'y' or 'w') return new Syllable("", WithoutInitial(p));
        var initial = Array.Find(Initials, i => p.StartsWith(i, StringComparison.Ordinal)) ?? "";
        var final = p[initial.Length..];
        if (final == "i" && initial is "zh" or "ch" or "sh" or "r" or "z" or "c" or "s") final = "ɨ";
        else if (initial is "j" or "q" or "x" && final.StartsWith('u')) final = "v" + final[1..];
        return new Syllable(initial, final);
    }

    private static string WithoutInitial(string p) => p switch
    {
        "yi" => "i", "yin" => "in", "ying" => "ing", "you" => "iu", "yong" => "iong",
        "yu" => "v", "yue" => "ve", "yuan" => "van", "yun" => "vn",
        "wu" => "u", "wei" => "ui", "wen" => "un", "weng" => "ueng",
        _ => (p[0] == 'y' ? "i" : "u") + p[1..],
    };
}
