using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>A pattern with its log-odds: that a name was heard so rather than other words.</summary>
/// <param name="At">Positions in the heard text.</param>
/// <param name="Rows">Where the rows of these positions begin.</param>
/// <param name="ByEar">Log-odds before the syllables' own log-probabilities.</param>
/// <param name="Exact">Log-odds when every character is the same.</param>
internal readonly record struct Way(int[] At, int[] Rows, double ByEar, double Exact)
{
    /// <summary>log of the share of names that the writer knew how to write, and of those written by ear; estimated.</summary>
    private static readonly double Knew = Math.Log(0.5), Guessed = Math.Log(0.5);

    /// <summary>What a character of a level word tells when it is read as part of a name; estimated.</summary>
    private const double OfLevelWord = 1;

    /// <summary>What a syllable may cost before a name is given up.</summary>
    public const double MostPerSyllable = -9;

    public static Way[] Of(List<Pattern> patterns, HeardSounds heard, bool towns) => [.. patterns.Select(p =>
    {
        var (cost, sound, written) = (p.Cost + p.LevelOdds(towns), Guessed + Rarity(p, heard.SoundRarity), Knew + Rarity(p, heard.Rarity));
        // the same characters: known to the writer, or met by chance when writing by ear
        return new Way(p.At, Array.ConvertAll(p.At, heard.Row), cost + sound, cost + Math.Max(sound, written) + Math.Log(1 + Math.Exp(-Math.Abs(sound - written))));
    })];

    private static double Rarity(Pattern p, double[] rarity)
    {
        var sum = 0.0;
        foreach (var i in p.At) sum += i < p.LevelFrom ? rarity[i] : OfLevelWord;
        return sum;
    }
}
