namespace FamilyReunite.Clues.Sounds;

/// <summary>What dialects still tell apart among characters whose final Mandarin reads alike; names of the old rhyme groups in the remarks.</summary>
[Flags]
internal enum FinalOrigin
{
    /// <summary>Nothing that matters is known.</summary>
    Any = 0,

    Known = 1,

    /// <summary>入声, ended in a stop (石 百 角).</summary>
    Checked = 2,

    /// <summary>二等 after j q x and no initial (家 街 江), 肴 of ao.</summary>
    Broad = 4,

    /// <summary>梗 of eng and ing (坪 城).</summary>
    Geng = 8,

    /// <summary>通 of eng (峰 风).</summary>
    Tong = 16,

    /// <summary>齐 of i (西 溪).</summary>
    Even = 32,

    /// <summary>After d t n l z c s.</summary>
    Tongue = 64,

    /// <summary>After zh ch sh r.</summary>
    Curled = 128,

    /// <summary>After no initial.</summary>
    Bare = 256,
}

/// <summary>Tells a character's <see cref="FinalOrigin"/> and how it fits what is heard. The rules are those common to descriptions of the dialects; the weights are estimates.</summary>
internal static class FinalOrigins
{
    private static readonly HashSet<string> CanBeChecked = ["a", "ai", "ao", "ou", "iu", "e", "ei", "uo", "o", "i", "u", "v", "ie", "ia", "iao", "ua"], CanBeBroad = ["ia", "ie", "iao", "ian", "iang"], AfterTongue = ["u", "ui", "un", "uan"];

    /// <summary>How a Mandarin ear takes what ends in a stop.</summary>
    private static readonly HashSet<string> Short = ["a", "e", "o", "ie", "ia", "uo", "ua", "ve", "er"];

    /// <param name="rhyme">Letter of the old rhyme group.</param>
    public static FinalOrigin Of(Syllable s, char rhyme)
    {
        var (i, f) = (s.Initial, s.Final);
        var all = FinalOrigin.Any;
        if (AfterTongue.Contains(f)) all = FinalOrigin.Known | (i is "d" or "t" or "n" or "l" or "z" or "c" or "s" ? FinalOrigin.Tongue : i is "zh" or "ch" or "sh" or "r" ? FinalOrigin.Curled : i.Length == 0 ? FinalOrigin.Bare : 0);
        if (rhyme == NameCharacters.Unknown) return all;
        if (CanBeChecked.Contains(f)) all |= FinalOrigin.Known | (rhyme is 'E' or 'e' ? FinalOrigin.Checked : 0);
        if (CanBeBroad.Contains(f) && i is "j" or "q" or "x" or "") all |= FinalOrigin.Known | (rhyme is '2' ? FinalOrigin.Broad : 0);
        if (f is "ao") all |= rhyme is '2' ? FinalOrigin.Broad : 0;
        if (f is "eng" or "ing") all |= FinalOrigin.Known | (rhyme switch { 'G' => FinalOrigin.Geng, 'T' => FinalOrigin.Tong, _ => 0 });
        if (f is "i" && rhyme == 'Q') all |= FinalOrigin.Even;
        return all;
    }

    /// <summary>How well a heard final fits an origin, relative to the other origins of the same Mandarin final; only ratios count.</summary>
    public static double Fit(string spoken, FinalOrigin origin, string heard)
    {
        if (origin == FinalOrigin.Any || heard == spoken) return 1;
        var fit = (origin & FinalOrigin.Checked) == 0 && Short.Contains(heard) && spoken is "i" or "u" or "v" or "ai" or "ao" or "iao" or "ou" or "iu" or "ei" ? 0.2 : 1;
        return fit * spoken switch
        {
            "ia" or "iao" or "ian" or "iang" when heard[0] is not ('i' or 'v') => Has(FinalOrigin.Broad) ? 1 : 0.4,
            "ao" when heard is "o" or "ou" or "u" => Has(FinalOrigin.Broad) ? 0.2 : 1,
            "eng" or "ing" when heard is "ang" or "iang" or "an" or "a" or "ia" or "ian" => Has(FinalOrigin.Geng) ? 1 : 0.1,
            "eng" when heard is "ong" or "iong" => Has(FinalOrigin.Tong) ? 1 : Has(FinalOrigin.Geng) ? 0.1 : 0.3,
            "i" when heard is "ai" => Has(FinalOrigin.Even) ? 1 : 0.15,
            "a" when heard is "o" or "uo" or "ua" or "u" => Has(FinalOrigin.Checked) ? 0.4 : 1,
            "u" when heard is "ou" or "ao" or "iu" => Has(FinalOrigin.Tongue) ? 1 : Has(FinalOrigin.Curled) ? 0.5 : 0.15,
            "u" when heard is "v" or "i" or "ɨ" or "ui" or "er" => Has(FinalOrigin.Curled) ? 1 : Has(FinalOrigin.Tongue) ? 0.3 : 0.05,
            "u" when heard is "en" or "eng" or "ong" or "in" => Has(FinalOrigin.Bare) ? 1 : 0.05,
            "ui" when heard is "ei" or "ai" or "i" => Has(FinalOrigin.Tongue) ? 1 : 0.2,
            "un" when heard is "en" or "in" or "an" or "eng" => Has(FinalOrigin.Tongue) ? 1 : 0.2,
            "uan" when heard is "an" or "e" or "o" => Has(FinalOrigin.Tongue) ? 1 : 0.3,
            _ => 1,
        };

        bool Has(FinalOrigin o) => (origin & o) != 0;
    }
}
