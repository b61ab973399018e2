using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>One file: rows join into groups, strongest links first, when the best link between two groups outweighs what their other rows say on average.
/// So a row that says little finds its group through a row that says more, and a chance bridge between two groups that contradict each other does not hold.</summary>
internal sealed class Groups(IReadOnlyList<Field> fields, LinkModel model, int rows)
{
    /// <summary>How much the average between two groups counts against the best link.</summary>
    private const double Average = 0.5;

    /// <summary>Log-odds from which on two groups join; below even odds, because a pair that stays apart loses what its group would say for it.</summary>
    private const double Line = -1;

    /// <summary>Log-odds below which a link is not tried.</summary>
    private const double Least = -4;

    /// <summary>Members of a group that are asked.</summary>
    private const int Asked = 8;

    private readonly int[] _group = [.. Enumerable.Range(0, rows)];
    private readonly List<int>?[] _members = new List<int>?[rows];
    private readonly Dictionary<long, int> _apart = [];

    /// <summary>All pairs given, with their weight after joining, and the pairs that only their group brings together.</summary>
    public ScoredPair[] Resolve(ScoredPair[] pairs, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var table = new PairTable(fields, model, pairs, rows);
        var order = Order(pairs);
        for (var n = 0; n < order.Length; n++)
        {
            if (n % 8192 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new LinkProgress(LinkStage.Resolve, n, order.Length));
            }
            var p = pairs[order[n]];
            if (_group[p.A] != _group[p.B]) Try(p, _group[p.A], _group[p.B], table);
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

    private void Try(ScoredPair link, int x, int y, PairTable table)
    {
        var (mx, my) = (_members[x] ??= [x], _members[y] ??= [y]);
        // a weaker link between groups that have not grown since comes to the same
        var apart = ((long)Math.Min(x, y) << 32) | (uint)Math.Max(x, y);
        if (_apart.TryGetValue(apart, out var size) && size == mx.Count + my.Count) return;
        var sum = 0.0;
        var (na, nb) = (Math.Min(mx.Count, Asked), Math.Min(my.Count, Asked));
        for (var i = 0; i < na; i++)
            for (var j = 0; j < nb; j++) sum += table.Own(mx[i], my[j]) - model.Prior;
        var joined = model.Prior + (1 - Average) * (link.Own - model.Prior) + Average * sum / (na * nb);
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
