namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>The distinct values of a column, each row's value by number, and how often each occurs.</summary>
internal sealed class Values
{
    private Values(int[] ofRow, List<string> texts, List<int> counts, int present) => (OfRow, Texts, Counts, Present) = (ofRow, texts, counts, present);

    /// <summary>-1 where the row has none.</summary>
    public int[] OfRow { get; }

    public IReadOnlyList<string> Texts { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Rows that have a value.</summary>
    public int Present { get; }

    /// <summary>Chance that two rows drawn at random agree.</summary>
    public double Agreement => Present == 0 ? 0 : Counts.Sum(c => (double)c * c) / ((double)Present * Present);

    public static Values Of(string[] cells, Func<string, string> normal)
    {
        var (raw, numbers, texts, counts, present) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal), new List<string>(), new List<int>(), 0);
        var ofRow = new int[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!raw.TryGetValue(cells[i], out var n)) raw[cells[i]] = n = Number(normal(cells[i]));
            ofRow[i] = n;
            if (n < 0) continue;
            counts[n]++;
            present++;
        }
        return new Values(ofRow, texts, counts, present);

        int Number(string text)
        {
            if (text.Length == 0) return -1;
            if (numbers.TryGetValue(text, out var n)) return n;
            texts.Add(text);
            counts.Add(0);
            return numbers[text] = texts.Count - 1;
        }
    }

    /// <summary>Natural logarithm of the usual chance of agreement over that of this value, held within a factor of e^4.</summary>
    public double Rarity(int value, double usual) => Math.Clamp(Math.Log(Math.Max(usual, 1e-12) * Present / Math.Max(1, Counts[value])), -4, 4);
}
