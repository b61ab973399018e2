using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>How much likelier two names are as one person's than as two strangers': a log ratio, from the best alignment of their syllables.</summary>
internal static class NameAlignment
{
    /// <summary>What a name can speak against at most: names were wrong in some 1 of 30 cases.</summary>
    public const double Least = -3.5;

    /// <summary>log P of a syllable too many or too few. Estimated, as for place names.</summary>
    private static readonly double Slip = Math.Log(0.02);

    /// <summary>log P that somebody is called without surname, and by the surname alone. Estimated.</summary>
    private static readonly double GivenAlone = Math.Log(0.15);
    private static readonly double SurnameAlone = Math.Log(0.1);

    /// <summary>log P that the surname was put last. Estimated.</summary>
    private static readonly double SurnameLast = Math.Log(0.01);

    /// <summary>log P that a clerk writes the same character, and that they write another of the same sound. Estimated.</summary>
    private static readonly double SameCharacter = Math.Log(0.92);
    private static readonly double OtherCharacter = Math.Log(0.05);

    /// <summary>What a call name can speak for at most: one in some twenty of those who have one. Estimated.</summary>
    private const double CallNameMost = 2.9;

    private const double LeastPerSyllable = -3;
    private const int Longest = 16;

    public static double Gain(PreparedName heard, PreparedName spoken)
    {
        var (n, m) = (heard.Sounds.Length, spoken.Sounds.Length);
        if (n == 0 || m == 0 || n > Longest || m > Longest) return Math.Max(Least, LetterAlignment.Gain(heard, spoken));
        Span<int> order = stackalloc int[m];
        for (var i = 0; i < m; i++) order[i] = i;
        var best = Math.Max(Align(heard, 0..n, spoken, order), BySurname(heard, spoken, order));
        if (spoken.PartLengths.Length > 1 || heard.PartLengths.Length > 1) best = Math.Max(best, PartOrders.Best(heard, spoken));
        return Math.Max(Least, spoken.IsPlainCallName ? Math.Min(CallNameMost, best) : best);
    }

    /// <summary>Log ratio of some syllables of one name and those of the other in the order given.</summary>
    public static double Align(PreparedName heard, Range part, PreparedName spoken, ReadOnlySpan<int> order)
    {
        Span<double> row = stackalloc double[order.Length + 1];
        for (var j = 0; j <= order.Length; j++) row[j] = j * Slip;
        var written = !heard.HeardOnly && !spoken.HeardOnly;
        for (var i = part.Start.Value; i < part.End.Value; i++)
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

    /// <summary>One side without surname, one side with nothing else, or the surname put last.</summary>
    private static double BySurname(PreparedName heard, PreparedName spoken, ReadOnlySpan<int> order)
    {
        var (best, n, m, surname) = (double.NegativeInfinity, heard.Sounds.Length, order.Length, spoken.SurnameLength);
        if (surname > 0)
        {
            best = Align(heard, 0..n, spoken, order[surname..]) + GivenAlone;
            if (n == surname) best = Math.Max(best, Align(heard, 0..n, spoken, order[..surname]) + SurnameAlone);
            if (n == m && SyllableTable.Share(heard.Sounds[n - surname], spoken.Sounds[0]))
            {
                Span<int> turned = stackalloc int[m];
                order[surname..].CopyTo(turned);
                order[..surname].CopyTo(turned[(m - surname)..]);
                best = Math.Max(best, Align(heard, 0..n, spoken, turned) + SurnameLast);
            }
        }
        else if (heard.SurnameLength > 0)
        {
            best = Align(heard, heard.SurnameLength..n, spoken, order) + GivenAlone;
            if (m == heard.SurnameLength) best = Math.Max(best, Align(heard, 0..m, spoken, order) + SurnameAlone);
        }
        return best;
    }

    private static double Cell(PreparedName heard, int i, PreparedName spoken, int j, bool written)
    {
        if (written && heard.Characters[i] == spoken.Characters[j] && heard.Characters[i] != 0) return SameCharacter - heard.CharacterBackgrounds[i];
        var sound = SyllableTable.LogHeard(heard.Sounds[i], spoken.Sounds[j]);
        // what is heard is at least as common as what was said and misheard so
        return Math.Max(LeastPerSyllable, (written ? OtherCharacter : 0) + Math.Min(sound - heard.Backgrounds[i], -spoken.Backgrounds[j]));
    }
}
