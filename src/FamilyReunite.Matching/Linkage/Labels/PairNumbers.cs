using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Labels;

/// <summary>A named pair by row numbers, the smaller first.</summary>
internal readonly record struct NumberedPair(int A, int B, bool Same);

/// <summary>Finds the rows that pairs of ids mean.</summary>
internal static class PairNumbers
{
    /// <returns>The pairs, or link.pair-id (file kind, row, id) for the first id that no row has.</returns>
    public static Outcome<IReadOnlyList<NumberedPair>> Of(People people, IReadOnlyList<NamedPair> pairs, string field)
    {
        var left = Numbers(people, 0, people.OneFile ? people.Count : people.Left);
        var right = people.OneFile ? left : Numbers(people, people.Left, people.Count);
        var numbered = new List<NumberedPair>(pairs.Count);
        foreach (var p in pairs)
        {
            if (left.TryGetValue(p.Left, out var a) && right.TryGetValue(p.Right, out var b) || left.TryGetValue(p.Right, out a) && right.TryGetValue(p.Left, out b))
            {
                if (a != b) numbered.Add(new NumberedPair(Math.Min(a, b), Math.Max(a, b), p.Same));
            }
            else return new Problem("link.pair-id", field, field, p.Row, left.ContainsKey(p.Left) || right.ContainsKey(p.Left) ? p.Right : p.Left);
        }
        return numbered;
    }

    private static Dictionary<string, int> Numbers(People people, int from, int to)
    {
        var numbers = new Dictionary<string, int>(to - from, StringComparer.Ordinal);
        for (var i = from; i < to; i++) numbers[people.Ids[i]] = i;
        return numbers;
    }
}
