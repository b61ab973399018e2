using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Blocking;

/// <summary>For every row the rows that share most with it, by the rarity of the keys they share.</summary>
internal static class CandidateFinder
{
    private const int Usual = 50;
    private const int Most = 300;

    /// <summary>Of small files more is compared than <see cref="Usual"/>, up to about this many pairs.</summary>
    private const int Pairs = 300_000;

    /// <summary>A file this many times as long as the other asks for nothing: the other asks for its own.</summary>
    private const int MuchLonger = 4;

    /// <summary>About how many others a row meets; as many times more as there are fewer rows that ask, up to <see cref="MostOften"/>.</summary>
    private const int Others = 900;

    private const int MostOften = 20;

    public static CandidatePairs Find(People people, IReadOnlyList<Field> fields, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var index = KeyIndex.Build(fields, people.Count, Others * Math.Min(MostOften, people.Count / Math.Max(1, Asking(people))), ct);
        var near = new int[people.Count][];
        var done = 0;
        Parallel.For(0, people.Count, new ParallelOptions { CancellationToken = ct }, () => new Nearest(index, people), (row, _, nearest) =>
        {
            near[row] = PerRow(people, row) is var most and > 0 ? nearest.Of(row, most) : [];
            if (Interlocked.Increment(ref done) % 4096 == 0) progress?.Report(new LinkProgress(LinkStage.Block, done, people.Count));
            return nearest;
        }, _ => { });
        return Join(people, near);
    }

    private static int Asking(People people)
    {
        var right = people.Count - people.Left;
        return people.OneFile ? people.Count : people.Left > MuchLonger * right ? right : right > MuchLonger * people.Left ? people.Left : people.Count;
    }

    private static int PerRow(People people, int row)
    {
        if (people.OneFile) return Math.Clamp(Pairs / people.Count, Usual, 2 * Usual);
        var (mine, other) = row < people.Left ? (people.Left, people.Count - people.Left) : (people.Count - people.Left, people.Left);
        return mine > MuchLonger * other ? 0 : Math.Clamp(Pairs / mine, Usual, Most);
    }

    /// <summary>A pair that either row asked for, once.</summary>
    private static CandidatePairs Join(People people, int[][] near)
    {
        var (a, b) = (new List<int>(), new List<int>());
        for (var row = 0; row < near.Length; row++)
            foreach (var other in near[row])
            {
                if (other < row && Array.BinarySearch(near[other], row) >= 0) continue;
                a.Add(Math.Min(row, other));
                b.Add(Math.Max(row, other));
            }
        return new CandidatePairs([.. a], [.. b]);
    }
}
