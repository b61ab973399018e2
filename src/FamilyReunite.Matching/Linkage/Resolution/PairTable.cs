using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>Log-odds of pairs by their rows: the retrieved ones as they were scored, any other compared when it is asked for.</summary>
internal sealed class PairTable
{
    private readonly IReadOnlyList<Field> _fields;
    private readonly LinkModel _model;
    private readonly LevelMatrix _levels;
    private readonly ScoredPair[] _pairs;
    private readonly int[] _starts;
    private readonly int[] _partners;
    private readonly int[] _places;
    private readonly Dictionary<long, ScoredPair> _others = [];
    private readonly Dictionary<long, (byte[] Levels, sbyte[] Rarity)> _compared = [];

    /// <param name="levels">Of the pairs, in their order.</param>
    public PairTable(IReadOnlyList<Field> fields, LinkModel model, ScoredPair[] pairs, LevelMatrix levels, int rows)
    {
        (_fields, _model, _pairs, _levels) = (fields, model, pairs, levels);
        (_starts, _partners, _places) = (new int[rows + 1], new int[pairs.Length], new int[pairs.Length]);
        foreach (var p in pairs) _starts[p.A + 1]++;
        for (var i = 1; i <= rows; i++) _starts[i] += _starts[i - 1];
        var next = _starts[..rows];
        for (var i = 0; i < pairs.Length; i++)
        {
            var at = next[pairs[i].A]++;
            (_partners[at], _places[at]) = (pairs[i].B, i);
        }
        Parallel.For(0, rows, row => Array.Sort(_partners, _places, _starts[row], _starts[row + 1] - _starts[row]));
    }

    /// <summary>Pairs that were not retrieved and were given a weight.</summary>
    public IEnumerable<ScoredPair> Others => _others.Values.Where(p => p.Weight != p.Own);

    public double Own(int a, int b)
    {
        if (a > b) (a, b) = (b, a);
        if (Find(a, b) is var place and >= 0) return _pairs[place].Own;
        if (_others.TryGetValue(Key(a, b), out var other)) return other.Own;
        Compare(a, b, out var levels, out var rarity);
        var (all, personal) = (0.0, 0.0);
        for (var f = 0; f < _fields.Count; f++)
        {
            all += rarity[f] / 16.0;
            if (_fields[f].IsPersonal) personal += rarity[f] / 16.0;
        }
        var own = (float)_model.Score(levels, all, personal);
        _others[Key(a, b)] = new ScoredPair(a, b, own, own);
        return own;
    }

    /// <summary>The levels of two rows and what rarity adds to each (<see cref="LevelMatrix.Coarse"/>).</summary>
    public void Compare(int a, int b, out ReadOnlySpan<byte> levels, out ReadOnlySpan<sbyte> rarity)
    {
        if (a > b) (a, b) = (b, a);
        if (Find(a, b) is var place and >= 0)
        {
            levels = _levels.Levels(place);
            rarity = _levels.RarityByField(place);
            return;
        }
        if (!_compared.TryGetValue(Key(a, b), out var known))
        {
            known = (new byte[_fields.Count], new sbyte[_fields.Count]);
            for (var f = 0; f < _fields.Count; f++)
            {
                known.Levels[f] = (byte)_fields[f].Compare(a, b, out var more);
                known.Rarity[f] = LevelMatrix.Coarse(more);
            }
            _compared[Key(a, b)] = known;
        }
        levels = known.Levels;
        rarity = known.Rarity;
    }

    public bool Retrieved(int a, int b) => Find(Math.Min(a, b), Math.Max(a, b)) >= 0;

    public void Weigh(int a, int b, double weight)
    {
        if (a > b) (a, b) = (b, a);
        if (Find(a, b) is var place and >= 0) _pairs[place] = _pairs[place] with { Weight = (float)weight };
        else _others[Key(a, b)] = new ScoredPair(a, b, (float)Own(a, b), (float)weight);
    }

    private int Find(int a, int b) => Array.BinarySearch(_partners, _starts[a], _starts[a + 1] - _starts[a], b) is var at and >= 0 ? _places[at] : -1;

    private static long Key(int a, int b) => ((long)a << 32) | (uint)b;
}
