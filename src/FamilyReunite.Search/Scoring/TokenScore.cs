namespace FamilyReunite.Search.Scoring;

/// <summary>The one formula that every engine follows: a hit's score is the sum, over the tokens that query and document share,
/// of query weight × document weight × idf. A token said twice counts once, with its larger weight; weights that are not positive and finite do not count.</summary>
public static class TokenScore
{
    /// <summary>How much a token tells: ln(1 + (N − n + 0.5) / (n + 0.5)).</summary>
    /// <param name="records">N: records of the target kind in the index, whatever the filters.</param>
    /// <param name="withToken">n: those of them that carry the token.</param>
    public static double Idf(long records, long withToken) => Math.Log(1 + (records - withToken + 0.5) / (withToken + 0.5));

    public static bool Counts(float weight) => weight > 0 && float.IsFinite(weight);

    /// <summary>Each value once with its largest weight, in order of first appearance.</summary>
    public static IReadOnlyList<ClueToken> Distinct(IReadOnlyList<ClueToken> tokens)
    {
        var place = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        var list = new List<ClueToken>(tokens.Count);
        foreach (var t in tokens)
        {
            if (!Counts(t.Weight)) continue;
            if (place.TryAdd(t.Value, list.Count)) list.Add(t);
            else if (list[place[t.Value]].Weight < t.Weight) list[place[t.Value]] = t;
        }
        return list;
    }
}
