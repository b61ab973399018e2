namespace FamilyReunite.Matching.Simulation;

/// <summary>Toneless Mandarin syllables: characters read so, and their initial and final as the confusion table spells them.</summary>
internal static class Syllables
{
    private static readonly string[] Initials = ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "z", "c", "s", "r"];

    private static readonly Dictionary<string, string> Characters = TableFile.Rows("readings.tsv").ToDictionary(r => r[0], r => r[1]);

    private static readonly Dictionary<char, string> Reading = Characters.SelectMany(s => s.Value.Select(c => (c, s.Key))).ToDictionary(x => x.c, x => x.Key);

    private static readonly Dictionary<(string, string), string> Composed = Characters.Keys.GroupBy(Split).ToDictionary(g => g.Key, g => g.First());

    public static string? Of(char character) => Reading.GetValueOrDefault(character);

    /// <summary>Characters read so, commonest first.</summary>
    public static string Written(string syllable) => Characters[syllable];

    public static string? Compose(string initial, string final) => Composed.GetValueOrDefault((initial, final));

    public static (string Initial, string Final) Split(string syllable)
    {
        if (syllable[0] is 'y' or 'w') return ("", Zero(syllable));
        var initial = Array.Find(Initials, i => syllable.StartsWith(i, StringComparison.Ordinal)) ?? "";
        var final = syllable[initial.Length..];
        if (final == "i" && initial is "zh" or "ch" or "sh" or "r" or "z" or "c" or "s") return (initial, "ɨ");
        return initial is "j" or "q" or "x" && final[0] == 'u' ? (initial, "v" + final[1..]) : (initial, final);
    }

    private static string Zero(string s) => s switch
    {
        "yi" => "i", "yin" => "in", "ying" => "ing", "you" => "iu", "yong" => "iong", "yu" => "v", "yue" => "ve", "yuan" => "van", "yun" => "vn",
        "wu" => "u", "wei" => "ui", "wen" => "un", "weng" => "ueng",
        _ => (s[0] == 'y' ? "i" : "u") + s[1..],
    };
}
