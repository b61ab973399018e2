using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>One file: rows join into groups, strongest links first, when the best link between two groups outweighs what their other rows say on average.
/// So a row that says little finds its group through a row that says more, and a chance bridge between two groups that contradict each other does not hold.</summary>
internal sealed class Groups(IReadOnlyList<Field> fields, LinkModel model, int rows)
{
    /// <summary>How much the average between two groups counts against the best link.</summary>
    private const double Average = 0.5;

    /// <summary>Log-odds below which a link is not tried.</summary>
    private const double Least = -4;

    /// <summary>Members of a group that are asked.</summary>
    private const int Asked = 12;

    private readonly int[] _group = [.. Enumerable.Range(0, rows)];
    private readonly List<int>?[] _members = new List<int>?[rows];
    private readonly List<ScoredPair> _joined = [];

    /// <summary>All pairs given, with their weight after joining, and the pairs that only their group brings together.</summary>
    public ScoredPair[] Resolve(ScoredPair[] pairs, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        var order = Enumerable.Range(0, pairs.Length).Where(i => pairs[i].Own > Least).ToArray();
        Array.Sort(order.Select(i => -pairs[i].Own).ToArray(), order);
        var known = new Dictionary<long, float>(pairs.Length);
        foreach (var p in pairs) known[Key(p.A, p.B)] = p.Own;
        var final = new Dictionary<long, float>();
        for (var n = 0; n < order.Length; n++)
        {
            if (n % 8192 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new LinkProgress(LinkStage.Resolve, n, order.Length));
            }
            var p = pairs[order[n]];
            var (x, y) = (_group[p.A], _group[p.B]);
            if (x == y) continue;
            Try(p, x, y, known, final);
        }
        var result = new ScoredPair[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var p = pairs[i];
            result[i] = final.Remove(Key(p.A, p.B), out var w) ? p with { Weight = w } : p with { Weight = _group[p.A] == _group[p.B] ? p.Own : p.Own };
        }
        return [.. result, .. final.Select(f => new ScoredPair((int)(f.Key >> 32), (int)(f.Key & int.MaxValue), known[f.Key], f.Value))];
    }

    private void Try(ScoredPair link, int x, int y, Dictionary<long, float> known, Dictionary<long, float> final)
    {
        var (mx, my) = (_members[x] ??= [x], _members[y] ??= [y]);
        var (sum, count) = (0.0, 0);
        foreach (var a in mx.Take(Asked))
            foreach (var b in my.Take(Asked))
            {
                sum += Own(a, b, known) - model.Prior;
                count++;
            }
        var best = link.Own - model.Prior;
        var joined = model.Prior + (1 - Average) * best + Average * sum / count;
        if (joined < 0)
        {
            foreach (var a in mx)
                foreach (var b in my)
                    if (known.TryGetValue(Key(a, b), out var own)) final[Key(a, b)] = (float)Math.Min(own, 0.5 * own + 0.5 * joined);
            return;
        }
        foreach (var a in mx)
            foreach (var b in my) final[Key(a, b)] = (float)(0.35 * Own(a, b, known) + 0.65 * joined) is var w && w > Own(a, b, known) ? w : Own(a, b, known);
        if (mx.Count < my.Count) (mx, my, x, y) = (my, mx, y, x);
        foreach (var b in my) _group[b] = x;
        mx.AddRange(my);
        _members[y] = null;
    }

    private float Own(int a, int b, Dictionary<long, float> known)
    {
        var key = Key(a, b);
        if (known.TryGetValue(key, out var own)) return own;
        return known[key] = (float)model.Score(fields, Math.Min(a, b), Math.Max(a, b));
    }

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
