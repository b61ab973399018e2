using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>One file: rows join into groups, strongest links first, when what two groups say of each other (<see cref="GroupEvidence"/>) is enough.
/// So a row that says little finds its group through a row that says more, and a chance bridge between two groups that contradict each other does not hold.</summary>
internal sealed class Groups(IReadOnlyList<Field> fields, LinkModel model, int rows)
{
    /// <summary>Log-odds from which on two groups join; below even odds, because a pair that stays apart loses what its group would say for it.</summary>
    private const double Line = -1;

    /// <summary>Log-odds below which a link is not tried.</summary>
    private const double Least = -4;

    private readonly int[] _group = [.. Enumerable.Range(0, rows)];
    private readonly List<int>?[] _members = new List<int>?[rows];
    private readonly Dictionary<long, int> _apart = [];

    /// <summary>All pairs given, with their weight after joining, and the pairs that only their group brings together.</summary>
    public ScoredPair[] Resolve(ScoredPair[] pairs, LevelMatrix levels, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var table = new PairTable(fields, model, pairs, levels, rows);
        var evidence = new GroupEvidence(fields, model, table);
        var order = Order(pairs);
        for (var n = 0; n < order.Length; n++)
        {
            if (n % 8192 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new LinkProgress(LinkStage.Resolve, n, order.Length));
            }
            var p = pairs[order[n]];
            if (_group[p.A] != _group[p.B]) Try(_group[p.A], _group[p.B], table, evidence);
        }
        return [.. pairs, .. table.Others];
    }

    private static int[] Order(ScoredPair[] pairs)
    {
        var order = new List<int>();
        for (var i = 0; i < pairs.Length; i++)
            if (pairs[i].Own > Least) order.Add(i);
        int[] places = [.. order];
        Array.Sort(Array.ConvertAll(places, i => -pairs[i].Own), places);
        return places;
    }

    private void Try(int x, int y, PairTable table, GroupEvidence evidence)
    {
        var (mx, my) = (_members[x] ??= [x], _members[y] ??= [y]);
        // a weaker link between groups that have not grown since comes to the same
        var apart = ((long)Math.Min(x, y) << 32) | (uint)Math.Max(x, y);
        if (_apart.TryGetValue(apart, out var size) && size == mx.Count + my.Count) return;
        var joined = evidence.Of(mx, my);
        if (joined >= Line)
        {
            Join(mx, my, joined, table);
            return;
        }
        _apart[apart] = mx.Count + my.Count;
        Part(mx, my, joined, table);
    }

    private static void Part(List<int> mx, List<int> my, double joined, PairTable table)
    {
        foreach (var a in mx)
            foreach (var b in my)
                if (table.Retrieved(a, b) && table.Own(a, b) is var own && own > joined) table.Weigh(a, b, 0.5 * own + 0.5 * joined);
    }

    private void Join(List<int> mx, List<int> my, double joined, PairTable table)
    {
        foreach (var a in mx)
            foreach (var b in my) table.Weigh(a, b, Math.Max(table.Own(a, b), joined));
        if (mx.Count < my.Count) (mx, my) = (my, mx);
        var (into, from) = (_group[mx[0]], _group[my[0]]);
        foreach (var b in my) _group[b] = into;
        mx.AddRange(my);
        (_members[into], _members[from]) = (mx, null);
    }
}
