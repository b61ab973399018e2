using FamilyReunite.Matching.Linkage.Blocking;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Linkage.Fields;

/// <summary>Words in any order, rare ones counting more: all name columns together, an address, a place, a text.</summary>
internal sealed class BagField : Field
{
    /// <summary>Names in the same order are a little likelier to be one than the same words in another order.</summary>
    private const double SameOrder = 0.4;

    /// <summary>Words up to this long are also looked for as others write them: together with the next one.</summary>
    private const int LongestPart = 6;

    private readonly WordStock _stock;
    private readonly int[][] _rows;
    private readonly double[] _bits;
    private readonly bool _asName;
    private readonly int _present;

    public BagField(string name, ColumnKind kind, IReadOnlyList<PersonColumn> columns, bool asName) : base(name, kind)
    {
        _asName = asName;
        _stock = new WordStock(asName);
        _rows = new int[columns[0].Cells.Length][];
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = i;
            _rows[i] = columns.Count == 1 ? _stock.Add([columns[0].Cells[i]]) : _stock.Add(columns.Select(c => c.Cells[row]));
            if (_rows[i].Length > 0) _present++;
        }
        _bits = new double[_stock.Words.Count];
        for (var w = 0; w < _bits.Length; w++) _bits[w] = Math.Max(0.3, Math.Log2((double)Math.Max(1, _present) / Math.Max(1, _stock.Rows[w]))) * (asName && _stock.Words[w].IsParticle ? 0.3 : 1);
        Levels = BagLevels.Make(Own());
    }

    public override IReadOnlyList<Level> Levels { get; }

    public override IEnumerable<(int Better, int Worse, double Gap)> Order => BagLevels.Order();

    public override int Compare(int a, int b) => Compare(a, b, out _);

    public override int Compare(int a, int b, out double rarity)
    {
        var (x, y) = (_rows[a], _rows[b]);
        rarity = 0;
        if (x.Length == 0 || y.Length == 0) return Missing;
        var (shared, restA, restB) = BagAlignment.Align(x, y, _stock.Words, _bits, _asName);
        var (fewer, more) = (Math.Min(restA, restB), Math.Max(restA, restB));
        var level = BagLevels.Of(shared, fewer, more);
        rarity = BagLevels.Within(level, shared, fewer, more) + (_asName && x.Length > 1 && x.AsSpan().SequenceEqual(y) ? SameOrder : 0);
        return level;
    }

    public override void AddKeys(int row, KeyList keys)
    {
        foreach (var w in _rows[row])
        {
            var word = _stock.Words[w];
            keys.Add(KeyList.Hash('=', word.Latin.Length > 0 ? word.Latin : word.Text), joins: !word.IsParticle && !_asName);
            if (!_asName || word.IsParticle) continue;
            keys.Add(KeyList.Hash('s', word.Sound), joins: true);
            if (word.Latin.Length >= 4) keys.Add(KeyList.Hash('<', word.Latin.AsSpan(0, 3)), joins: true);
            if (word.Latin.Length >= 5) keys.Add(KeyList.Hash('>', word.Latin.AsSpan(word.Latin.Length - 4)), joins: false);
            foreach (var group in word.NameGroups) keys.Add(KeyList.Mix((1UL << 42) + (ulong)group), joins: true);
        }
        if (_asName) Pairs(_rows[row], keys);
    }

    /// <summary>Neighbours written as one word, two words by sound, and one word with the beginning or end of another: one slip of the pen leaves some of them whole.</summary>
    private void Pairs(int[] words, KeyList keys)
    {
        var telling = Array.FindAll(words, w => !_stock.Words[w].IsParticle);
        for (var i = 0; i + 1 < telling.Length && i < 4; i++)
        {
            var (one, other) = (_stock.Words[telling[i]].Latin, _stock.Words[telling[i + 1]].Latin);
            if (one.Length is 0 or > LongestPart || other.Length is 0 or > LongestPart) continue;
            keys.Add(KeyList.Hash('=', one + other), joins: false);
            keys.Add(KeyList.Hash('s', SoundKey.Of(one + other)), joins: true);
        }
        for (var i = 0; i < telling.Length && i < 5; i++)
            for (var j = 0; j < telling.Length && j < 5; j++)
            {
                var (one, other) = (_stock.Words[telling[i]], _stock.Words[telling[j]]);
                if (i < j) keys.Add(KeyList.Hash('s', one.Sound) ^ KeyList.Hash('s', other.Sound), joins: false);
                if (i == j || other.Latin.Length < 3 || telling.Length > 4) continue;
                var own = KeyList.Hash('=', one.Latin);
                keys.Add(own * 3 + KeyList.Hash('<', other.Latin.AsSpan(0, 2)), joins: false);
                keys.Add(own * 5 + KeyList.Hash('>', other.Latin.AsSpan(other.Latin.Length - 3)), joins: false);
            }
    }

    private double[] Own()
    {
        var own = new double[BagLevels.Sharing];
        foreach (var row in _rows)
        {
            if (row.Length == 0) continue;
            var bits = 0.0;
            foreach (var w in row) bits += _bits[w];
            own[BagLevels.Parts(BagLevels.Of(bits, 0, 0)).Step] += 1.0 / _present;
        }
        return own;
    }
}
