using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Pairs off the words of two cells in any order, each at most once, best first.</summary>
internal static class BagAlignment
{
    private const int Most = 10;

    /// <summary>Less alike than this is another word.</summary>
    private const double Least = 0.45;

    /// <returns>Bits shared, and bits left over on either side.</returns>
    public static (double Shared, double RestA, double RestB) Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b, IReadOnlyList<Word> words, double[] bits, bool asName)
    {
        Span<int> restA = stackalloc int[Most], restB = stackalloc int[Most];
        var (shared, leftA, leftB, countA, countB) = (0.0, 0.0, 0.0, 0, 0);
        foreach (var x in a)
        {
            if (b.Contains(x)) shared += bits[x];
            else restA[countA++] = x;
        }
        foreach (var y in b)
            if (!a.Contains(y)) restB[countB++] = y;
        if (asName && countA > 0 && countB > 0 && countA + countB > 2) shared += Together(restA, ref countA, restB, ref countB, words, bits) + Together(restB, ref countB, restA, ref countA, words, bits);
        if (countA > 0 && countB > 0)
        {
            Span<double> alike = stackalloc double[countA * countB];
            for (var i = 0; i < countA; i++)
                for (var j = 0; j < countB; j++) alike[i * countB + j] = WordLikeness.Of(words[restA[i]], words[restB[j]], asName);
            while (true)
            {
                var best = -1;
                var value = Least;
                for (var k = 0; k < alike.Length; k++)
                    if (alike[k] > value) (best, value) = (k, alike[k]);
                if (best < 0) break;
                var (i, j) = (best / countB, best % countB);
                var worth = Math.Min(bits[restA[i]], bits[restB[j]]);
                shared += value * worth;
                leftA += (1 - value) * worth;
                leftB += (1 - value) * worth;
                restA[i] = restB[j] = -1;
                for (var k = 0; k < countB; k++) alike[i * countB + k] = 0;
                for (var k = 0; k < countA; k++) alike[k * countB + j] = 0;
            }
        }
        for (var i = 0; i < countA; i++)
            if (restA[i] >= 0) leftA += bits[restA[i]];
        for (var j = 0; j < countB; j++)
            if (restB[j] >= 0) leftB += bits[restB[j]];
        return (shared, leftA, leftB);
    }

    /// <summary>Takes out two words of one cell that the other writes as one, and gives the bits shared.</summary>
    private static double Together(Span<int> apart, ref int countApart, Span<int> joined, ref int countJoined, IReadOnlyList<Word> words, double[] bits)
    {
        for (var k = 0; k < countJoined; k++)
            for (var i = 0; i + 1 < countApart; i++)
            {
                if (!JoinedWords.Are(words[apart[i]], words[apart[i + 1]], words[joined[k]])) continue;
                var worth = Math.Min(bits[joined[k]], bits[apart[i]] + bits[apart[i + 1]]);
                apart[(i + 2)..countApart].CopyTo(apart[i..]);
                joined[(k + 1)..countJoined].CopyTo(joined[k..]);
                (countApart, countJoined) = (countApart - 2, countJoined - 1);
                return worth;
            }
        return 0;
    }
}
