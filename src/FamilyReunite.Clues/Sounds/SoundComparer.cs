namespace FamilyReunite.Clues.Sounds;

/// <summary>Compares what was heard with what may have been said, by toneless sound, all readings tried, lengths may differ.</summary>
public sealed class SoundComparer(ConfusionTable table)
{
    /// <summary>Log-probability of one syllable too many or too few; estimated: about 1 name in 50 gains or loses one.</summary>
    private static readonly double Slip = Math.Log(0.02);

    private static readonly string Soft = "儿子家头";

    /// <summary>log P(heard | spoken) over the best alignment; 0 is the best there is. Negative infinity when either holds no Han character.</summary>
    public double LogLikelihood(string heard, string spoken)
    {
        var h = Read(heard);
        var s = Read(spoken);
        if (h.Length == 0 || s.Length == 0) return double.NegativeInfinity;
        var row = new double[s.Length + 1];
        for (var j = 1; j <= s.Length; j++) row[j] = row[j - 1] + s[j - 1].Slip;
        foreach (var (syllables, slip) in h)
        {
            var diagonal = row[0];
            row[0] += slip;
            for (var j = 1; j <= s.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Max(diagonal + Best(syllables, s[j - 1].Syllables), Math.Max(above + slip, row[j - 1] + s[j - 1].Slip));
                diagonal = above;
            }
        }
        return row[^1];
    }

    /// <summary>0 to 1: the geometric mean of the probabilities per syllable of the longer name.</summary>
    public double Similarity(string heard, string spoken)
    {
        var log = LogLikelihood(heard, spoken);
        var length = Math.Max(CharacterReadings.OfText(heard).Count, CharacterReadings.OfText(spoken).Count);
        return length == 0 ? 0 : Math.Exp(log / length);
    }

    private double Best(Syllable[] heard, Syllable[] spoken)
    {
        var best = 0.0;
        foreach (var s in spoken)
            foreach (var h in heard)
                best = Math.Max(best, table.Probability(h, s));
        return Math.Log(best);
    }

    private static (Syllable[] Syllables, double Slip)[] Read(string text) =>
        [.. text.Select(c => (c, Readings: CharacterReadings.Of(c))).Where(x => x.Readings.Count > 0)
            .Select(x => (x.Readings.Select(Syllable.Parse).ToArray(), Soft.Contains(x.c, StringComparison.Ordinal) ? Slip / 2 : Slip))];
}
