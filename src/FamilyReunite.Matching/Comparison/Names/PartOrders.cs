namespace FamilyReunite.Matching.Comparison;

/// <summary>Names of parts that people put in any order, or leave out all but one of.</summary>
internal static class PartOrders
{
    /// <summary>log P that the parts stand in another order, and that one part stands for the whole. Estimated.</summary>
    private static readonly double Turned = Math.Log(0.2);
    private static readonly double OneAlone = Math.Log(0.15);

    private static readonly int[][] Two = [[1, 0]];
    private static readonly int[][] Three = [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    /// <summary>Log ratio of the best order other than the one written; negative infinity where there is none.</summary>
    public static double Best(PreparedName heard, PreparedName spoken)
    {
        var known = spoken.PartLengths.Length > 1;
        var lengths = known ? spoken.PartLengths : heard.PartLengths;
        var (n, m) = (heard.Sounds.Length, spoken.Sounds.Length);
        var best = double.NegativeInfinity;
        Span<int> order = stackalloc int[m];
        for (var i = 0; i < m; i++) order[i] = i;
        for (int p = 0, at = 0, end = 0; p < lengths.Length; p++, at = end)
        {
            end = at + lengths[p];
            if (end > (known ? m : n)) return best;
            best = Math.Max(best, (known ? NameAlignment.Align(heard, 0..n, spoken, order[at..end]) : NameAlignment.Align(heard, at..end, spoken, order)) + OneAlone);
        }
        if (!known && n != m) return best;
        foreach (var turn in lengths.Length switch { 2 => Two, 3 => Three, _ => [] })
        {
            if (known) FromParts(lengths, turn, order);
            else ToParts(lengths, turn, order);
            best = Math.Max(best, NameAlignment.Align(heard, 0..n, spoken, order) + Turned);
        }
        return best;
    }

    /// <summary>The parts one after the other in another order.</summary>
    private static void FromParts(int[] lengths, int[] turn, Span<int> order)
    {
        var to = 0;
        foreach (var part in turn)
        {
            for (var i = 0; i < lengths[part]; i++) order[to++] = lengths.AsSpan(0, part).Sum() + i;
        }
    }

    /// <summary>Where each part stands in a name that holds them in another order.</summary>
    private static void ToParts(int[] lengths, int[] turn, Span<int> order)
    {
        var from = 0;
        foreach (var part in turn)
        {
            for (var i = 0; i < lengths[part]; i++) order[lengths.AsSpan(0, part).Sum() + i] = from++;
        }
    }

    private static int Sum(this Span<int> lengths)
    {
        var sum = 0;
        foreach (var n in lengths) sum += n;
        return sum;
    }
}
