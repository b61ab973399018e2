using System.Numerics;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>How alike two words are in writing. Both measures are symmetric.</summary>
internal static class Spelling
{
    private const int Longest = 64;

    /// <summary>Jaro similarity with Winkler's bonus for up to four equal first letters, 0 to 1. Reads the first 64 letters.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return JaroWinkler(b, a);
        a = a[..Math.Min(a.Length, Longest)];
        b = b[..Math.Min(b.Length, Longest)];
        if (a.Length == 0) return b.Length == 0 ? 1 : 0;
        var window = Math.Max(0, b.Length / 2 - 1);
        ulong usedA = 0, usedB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(b.Length - 1, i + window);
            for (var j = Math.Max(0, i - window); j <= end; j++)
            {
                if (a[i] != b[j] || (usedB >> j & 1) != 0) continue;
                usedA |= 1UL << i;
                usedB |= 1UL << j;
                break;
            }
        }
        var common = BitOperations.PopCount(usedA);
        if (common == 0) return 0;
        var (swaps, rest) = (0, usedB);
        for (var left = usedA; left != 0; left &= left - 1, rest &= rest - 1)
            if (a[BitOperations.TrailingZeroCount(left)] != b[BitOperations.TrailingZeroCount(rest)]) swaps++;
        var jaro = ((double)common / a.Length + (double)common / b.Length + (common - swaps / 2.0) / common) / 3;
        var prefix = 0;
        while (prefix < Math.Min(4, a.Length) && a[prefix] == b[prefix]) prefix++;
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /// <summary>Insertions, losses, replacements and swaps of neighbours between two texts; <paramref name="most"/> + 1 when there are more.</summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        if (a.Length > b.Length) return Edits(b, a, most);
        if (b.Length - a.Length > most) return most + 1;
        if (a.Length == 0) return b.Length;
        if (b.Length > Longest) return most + 1;
        Span<byte> two = stackalloc byte[Longest + 1], one = stackalloc byte[Longest + 1], now = stackalloc byte[Longest + 1];
        for (var j = 0; j <= b.Length; j++) one[j] = (byte)j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = (byte)i;
            var best = now[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var d = Math.Min(Math.Min(one[j] + 1, now[j - 1] + 1), one[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d = Math.Min(d, two[j - 2] + 1);
                now[j] = (byte)d;
                best = Math.Min(best, now[j]);
            }
            if (best > most) return most + 1;
            var spare = two; two = one; one = now; now = spare;
        }
        return Math.Min(one[b.Length], most + 1);
    }
}
