namespace FamilyReunite.Clues.Sounds;

/// <summary>What dialects still tell apart among characters whose initial Mandarin reads alike; names of the old initial groups in the remarks.</summary>
[Flags]
internal enum InitialOrigin
{
    /// <summary>Nothing that matters is known.</summary>
    Any = 0,

    Known = 1,

    /// <summary>全浊, once voiced.</summary>
    Voiced = 2,

    /// <summary>精组 of j q x.</summary>
    Sibilant = 4,

    /// <summary>见系二等 of j q x (家 街 江).</summary>
    Broad = 8,

    /// <summary>微 of no initial (文 万).</summary>
    Lips = 16,

    /// <summary>疑 (五 牛 岩).</summary>
    SoftNasal = 32,

    /// <summary>影 before an open vowel (安 岙).</summary>
    Open = 64,

    /// <summary>知组三等 of zh ch (张 竹 长).</summary>
    Stop = 128,

    /// <summary>庄组 and 知组二等 of zh ch sh (庄 寨 山).</summary>
    Curled = 256,

    /// <summary>匣 of h (河 黄).</summary>
    Deep = 512,

    /// <summary>Before u or ü, or such a glide.</summary>
    Round = 1024,

    /// <summary>Before i or ü, or such a glide.</summary>
    Fine = 2048,

    /// <summary>日 of r; without it 云 and 以 (荣 容).</summary>
    Sun = 4096,
}

/// <summary>Tells a character's <see cref="InitialOrigin"/> and how it fits what is heard. The rules are those common to descriptions of the dialects; the weights are estimates.</summary>
internal static class InitialOrigins
{
    private static readonly HashSet<string> Aspirated = ["p", "t", "k", "q", "ch", "c"], Plain = ["b", "d", "g", "j", "zh", "z"], Palatal = ["j", "q", "x"], Curling = ["zh", "ch", "sh"];

    /// <param name="group">Letter of the old initial group.</param>
    /// <param name="rhyme">Letter of the old rhyme group.</param>
    public static InitialOrigin Of(Syllable s, char group, char rhyme)
    {
        if (group == NameCharacters.Unknown) return InitialOrigin.Any;
        var (i, g) = (s.Initial, char.ToUpperInvariant(group));
        var second = rhyme is '2' or 'e';
        var all = InitialOrigin.Known;
        if (char.IsLower(group) && (Aspirated.Contains(i) || Plain.Contains(i))) all |= InitialOrigin.Voiced;
        if (Palatal.Contains(i)) all |= g == 'P' ? InitialOrigin.Sibilant : second ? InitialOrigin.Broad : 0;
        if (i.Length == 0) all |= g == 'M' ? InitialOrigin.Lips : g == 'G' ? InitialOrigin.SoftNasal : !IsRound(s) && !IsFine(s) ? InitialOrigin.Open : 0;
        if (Curling.Contains(i)) all |= g == 'Z' || (g == 'T' && second) ? InitialOrigin.Curled : g == 'T' ? InitialOrigin.Stop : 0;
        if (i is "h" && g == 'H') all |= InitialOrigin.Deep;
        if (i is "h" or "zh" or "ch" or "sh" && IsRound(s)) all |= InitialOrigin.Round;
        if (i is "n" && g == 'G') all |= InitialOrigin.SoftNasal;
        if (i is "n" or "l" && IsFine(s)) all |= InitialOrigin.Fine;
        if (i is "r" && g == 'J') all |= InitialOrigin.Sun;
        return all;
    }

    /// <summary>How well a heard initial fits an origin, relative to the other origins of the same Mandarin initial; only ratios count.</summary>
    public static double Fit(string spoken, InitialOrigin origin, string heard)
    {
        if (origin == InitialOrigin.Any || spoken == heard) return 1;
        var fit = Voicing(spoken, origin, heard);
        if (Palatal.Contains(spoken)) return fit * PalatalFit(origin, heard);
        if (Curling.Contains(spoken)) return fit * CurlingFit(spoken, origin, heard);
        return fit * spoken switch
        {
            "" => NoneFit(origin, heard),
            "h" when heard == "f" => Has(InitialOrigin.Round) ? 1 : 0.02,
            "h" when heard == "" => (Has(InitialOrigin.Deep) ? 1 : 0.1) * (Has(InitialOrigin.Round) ? 1 : 0.3),
            "n" when heard is "g" or "" or "j" => Has(InitialOrigin.SoftNasal) ? 1 : 0.05,
            "n" or "l" when heard is "l" or "n" => Has(InitialOrigin.Fine) ? 0.4 : 1,
            "r" when heard == "" => Has(InitialOrigin.Sun) ? 0.2 : 1,
            "r" when heard is "n" or "l" or "z" or "g" => Has(InitialOrigin.Sun) ? 1 : 0.2,
            _ => 1,
        };

        bool Has(InitialOrigin o) => (origin & o) != 0;
    }

    /// <summary>A dialect breathes where Mandarin does not, or the other way round, mostly in what was voiced; and says as a fricative mostly what was a voiced affricate.</summary>
    private static double Voicing(string spoken, InitialOrigin origin, string heard)
    {
        if ((origin & InitialOrigin.Voiced) != 0) return 1;
        return (Plain.Contains(spoken) && Aspirated.Contains(heard)) ? 0.15 : Aspirated.Contains(spoken) && Plain.Contains(heard) ? 0.1 : spoken is "ch" or "c" or "q" && heard is "s" or "sh" or "x" ? 0.2 : 1;
    }

    private static double PalatalFit(InitialOrigin origin, string heard)
    {
        var (sibilant, broad) = ((origin & InitialOrigin.Sibilant) != 0, (origin & InitialOrigin.Broad) != 0);
        return heard switch
        {
            "g" or "k" or "h" => sibilant ? 0.01 : broad ? 1 : 0.4,
            "z" or "c" or "s" => sibilant ? 1 : broad ? 0.03 : 0.12,
            "zh" or "ch" or "sh" => sibilant ? 0.6 : broad ? 0.05 : 1,
            "" => sibilant ? 0.05 : 1,
            _ => 1,
        };
    }

    private static double CurlingFit(string spoken, InitialOrigin origin, string heard)
    {
        var round = (origin & InitialOrigin.Round) != 0;
        return heard switch
        {
            "d" or "t" when spoken != "sh" => (origin & InitialOrigin.Stop) != 0 ? 1 : 0.03,
            "z" or "c" or "s" => (origin & InitialOrigin.Curled) != 0 ? 1 : 0.6,
            "j" or "q" or "x" => (origin & InitialOrigin.Curled) != 0 ? 0.1 : 1,
            "b" or "p" or "f" => round ? 1 : 0.02,
            _ => 1,
        };
    }

    private static double NoneFit(InitialOrigin origin, string heard)
    {
        var (lips, nasal, open) = ((origin & InitialOrigin.Lips) != 0, (origin & InitialOrigin.SoftNasal) != 0, (origin & InitialOrigin.Open) != 0);
        return heard switch
        {
            "m" or "b" or "f" => lips ? 1 : 0.02,
            "n" or "g" => nasal || open ? 1 : lips ? 0.02 : 0.1,
            "r" or "j" or "z" => lips || open ? 0.1 : 1,
            _ => 1,
        };
    }

    private static bool IsRound(Syllable s) => s.Final.Length > 0 && s.Final[0] is 'u' or 'v';

    private static bool IsFine(Syllable s) => s.Final.Length > 0 && s.Final[0] is 'i' or 'v';
}
