using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Names of which at least one is in letters: word by word in any order, by spelling, sound and short form; a Han name by its pinyin.</summary>
internal static class LetterAlignment
{
    /// <summary>Log ratio of an equal word, per letter and at most. Estimated: names in letters are few among those here.</summary>
    private const double PerLetter = 1.5;
    private const double MostPerWord = 6;
    private const double Most = 12;

    /// <summary>What another spelling, sound or short form costs, per step from 1 to 0 of likeness; below the least likeness words are different ones. Estimated.</summary>
    private const double PerUnlikeness = 14;
    private const double LeastLikeness = 0.62;

    private const double Initial = 0.5;

    /// <summary>"bin", "van": the same on both sides.</summary>
    private const double Particle = 0.2;
    private const double OtherWord = -2.5;

    /// <summary>A name left out on one side: fathers' and middle names often are. Estimated.</summary>
    private const double LeftOut = -0.6;

    private const int MostWords = 8;

    public static double Gain(PreparedName a, PreparedName b)
    {
        var (x, y) = (a.Words, b.Words);
        if (x.Length == 0 || y.Length == 0) return NameAlignment.Least;
        if (RunTogether(x, y)) return Math.Min(Most, Whole(Join(x, 0)));
        if (x.Length > MostWords || y.Length > MostWords) return NameAlignment.Least;
        var (sum, takenX, takenY, pairs) = (0.0, 0, 0, 0);
        while (Next(x, y, takenX, takenY) is { Gain: > 0 } next)
        {
            sum += next.Gain;
            takenX |= 1 << next.X;
            takenY |= 1 << next.Y;
            pairs++;
        }
        if (pairs == 0) return NameAlignment.Least;
        var (leftX, leftY) = (x.Length - pairs, y.Length - pairs);
        return Math.Clamp(sum + Math.Min(leftX, leftY) * OtherWord + Math.Abs(leftX - leftY) * LeftOut, NameAlignment.Least, Most);
    }

    private static (int X, int Y, double Gain) Next(Word[] x, Word[] y, int takenX, int takenY)
    {
        var best = (X: 0, Y: 0, Gain: 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if ((takenX >> i & 1) != 0) continue;
            for (var j = 0; j < y.Length; j++)
            {
                if ((takenY >> j & 1) == 0 && OfWords(x[i], y[j]) is var gain && gain > best.Gain) best = (i, j, gain);
            }
        }
        return best;
    }

    private static double OfWords(Word a, Word b)
    {
        if (a.IsParticle || b.IsParticle) return a.Latin == b.Latin ? Particle : 0;
        var likeness = WordLikeness.Of(a, b, asName: true);
        if (Math.Min(a.Latin.Length, b.Latin.Length) == 1) return likeness > 0 ? Initial : 0;
        return likeness < LeastLikeness ? 0 : Whole(a.Latin.Length <= b.Latin.Length ? a.Latin : b.Latin) - (1 - likeness) * PerUnlikeness;
    }

    private static double Whole(string word) => Math.Min(word.Length > 8 ? Most : MostPerWord, PerLetter * word.Length);

    /// <summary>"Wang Xiu Ying", "Xiuying Wang", "WangXiuying": the same letters from some word on.</summary>
    private static bool RunTogether(Word[] x, Word[] y)
    {
        var other = Join(y, 0);
        if (other.Length < 2 || x.Sum(w => w.Latin.Length) != other.Length) return false;
        for (var first = 0; first < x.Length; first++)
            if (Join(x, first) == other) return true;
        for (var first = 1; first < y.Length; first++)
            if (Join(y, first) == Join(x, 0)) return true;
        return false;
    }

    private static string Join(Word[] words, int first) => string.Concat(words[first..].Concat(words[..first]).Select(w => w.Latin));
}
