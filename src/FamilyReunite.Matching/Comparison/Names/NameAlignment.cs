using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>How much likelier two names are as one person's than as two strangers': a log ratio, from the best alignment of their syllables.</summary>
internal static class NameAlignment
{
    /// <summary>What a name can speak against at most: names were wrong in some 1 of 30 cases.</summary>
    public const double Least = -3.5;

    /// <summary>log P of a syllable too many or too few. Estimated, as for place names.</summary>
    private static readonly double Slip = Math.Log(0.02);

    /// <summary>log P that somebody is called without surname. Estimated.</summary>
    private static readonly double GivenAlone = Math.Log(0.15);

    /// <summary>log P that a clerk writes the same character, and that they write another of the same sound. Estimated.</summary>
    private static readonly double SameCharacter = Math.Log(0.92);
    private static readonly double OtherCharacter = Math.Log(0.05);

    /// <summary>log P that the parts of a minority name were put the other way round. Estimated.</summary>
    private static readonly double Turned = Math.Log(0.2);

    /// <summary>What a call name can speak for at most: one in some twenty of those who have one. Estimated.</summary>
    private const double CallNameMost = 2.9;

    private const double LeastPerSyllable = -3;
    private const int Longest = 16;

    public static double Gain(PreparedName heard, PreparedName spoken)
    {
        if (heard.Sounds.Length == 0 || spoken.Sounds.Length == 0 || heard.Sounds.Length > Longest || spoken.Sounds.Length > Longest) return Letters(heard, spoken);
        Span<int> order = stackalloc int[spoken.Sounds.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var best = Align(heard, spoken, order);
        if (spoken.SurnameLength > 0) best = Math.Max(best, Align(heard, spoken, order[spoken.SurnameLength..]) + GivenAlone);
        if (spoken.PartLengths.Length > 1 || heard.PartLengths.Length > 1) best = Math.Max(best, ByParts(heard, spoken, order));
        return Math.Max(Least, spoken.IsPlainCallName ? Math.Min(CallNameMost, best) : best);
    }

    private static double ByParts(PreparedName heard, PreparedName spoken, Span<int> order)
    {
        var best = double.NegativeInfinity;
        var first = spoken.PartLengths.Length > 1 ? spoken.PartLengths[0] : spoken.Sounds.Length - heard.PartLengths[0];
        if (first <= 0 || first >= order.Length) return best;
        best = Math.Max(Align(heard, spoken, order[..first]), Align(heard, spoken, order[first..])) + GivenAlone;
        Span<int> turned = stackalloc int[order.Length];
        order[first..].CopyTo(turned);
        order[..first].CopyTo(turned[(order.Length - first)..]);
        return Math.Max(best, Align(heard, spoken, turned) + Turned);
    }

    private static double Align(PreparedName heard, PreparedName spoken, ReadOnlySpan<int> order)
    {
        Span<double> row = stackalloc double[order.Length + 1];
        for (var j = 0; j <= order.Length; j++) row[j] = j * Slip;
        var written = !heard.HeardOnly && !spoken.HeardOnly;
        for (var i = 0; i < heard.Sounds.Length; i++)
        {
            var diagonal = row[0];
            row[0] += Slip;
            for (var j = 1; j <= order.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Max(diagonal + Cell(heard, i, spoken, order[j - 1], written), Math.Max(above, row[j - 1]) + Slip);
                diagonal = above;
            }
        }
        return row[^1];
    }

    private static double Cell(PreparedName heard, int i, PreparedName spoken, int j, bool written)
    {
        if (written && heard.Characters[i] == spoken.Characters[j] && heard.Characters[i] != 0) return SameCharacter - heard.CharacterBackgrounds[i];
        var sound = SyllableTable.LogHeard(heard.Sounds[i], spoken.Sounds[j]);
        // what is heard is at least as common as what was said and misheard so
        return Math.Max(LeastPerSyllable, (written ? OtherCharacter : 0) + Math.Min(sound - heard.Backgrounds[i], -spoken.Backgrounds[j]));
    }

    /// <summary>Names in other letters: the same or not.</summary>
    private static double Letters(PreparedName heard, PreparedName spoken) =>
        heard.Folded.Length > 1 && heard.Folded == spoken.Folded ? Math.Min(12, 1.5 * heard.Folded.Length) : Least;
}
