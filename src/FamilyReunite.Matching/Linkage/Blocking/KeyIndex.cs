using System.Numerics;
using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Blocking;

/// <summary>Rows by key. A key is a place in a table twice as large as there are keys; that two keys may meet there costs a few comparisons and loses nothing.</summary>
internal sealed class KeyIndex
{
    /// <summary>A row has at most this many keys that are joined with those of other fields.</summary>
    private const int MostJoins = 16;

    private const int Most = 5000;

    private readonly uint[][] _keys;
    private readonly int[] _starts;
    private readonly int[] _rows;

    private KeyIndex(uint[][] keys, int[] starts, int[] rows, int largest) => (_keys, _starts, _rows, Largest) = (keys, starts, rows, largest);

    /// <summary>Blocks of more rows than this were left out, and put together with other keys instead.</summary>
    public int Largest { get; }

    public ReadOnlySpan<uint> KeysOf(int row) => _keys[row];

    public ReadOnlySpan<int> RowsOf(uint key) => _rows.AsSpan(_starts[key], _starts[key + 1] - _starts[key]);

    public static KeyIndex Build(IReadOnlyList<Field> fields, int rows, int others, CancellationToken ct)
    {
        var single = Singles(fields, rows, ct);
        var (bits, total) = (Bits(single.Sum(s => (long)s.Length)), 0L);
        var counts = new int[1 << bits];
        foreach (var keys in single)
            foreach (var (key, _, _) in keys) counts[key >> (64 - bits)]++;
        var largest = LargestBlock(counts, rows, others);
        var all = new ulong[rows][];
        Parallel.For(0, rows, i => all[i] = WithJoins(single[i], counts, bits, largest));
        foreach (var keys in all) total += keys.Length;
        return Fill(all, Bits(total), largest);
    }

    private static (ulong Key, byte Field, bool Joins)[][] Singles(IReadOnlyList<Field> fields, int rows, CancellationToken ct)
    {
        var single = new (ulong, byte, bool)[rows][];
        Parallel.For(0, rows, new ParallelOptions { CancellationToken = ct }, () => new KeyList(), (row, _, list) =>
        {
            list.Clear();
            for (var f = 0; f < fields.Count; f++)
            {
                list.Begin(f);
                fields[f].AddKeys(row, list);
            }
            single[row] = list.Keys.ToArray();
            return list;
        }, _ => { });
        return single;
    }

    private static ulong[] WithJoins((ulong Key, byte Field, bool Joins)[] single, int[] counts, int bits, int largest)
    {
        var keys = new List<ulong>(single.Length + 16);
        Span<int> common = stackalloc int[MostJoins];
        var n = 0;
        for (var i = 0; i < single.Length; i++)
        {
            var count = counts[single[i].Key >> (64 - bits)];
            if (count <= largest && count > 1) keys.Add(single[i].Key);
            if (count > largest / 4 && single[i].Joins && n < MostJoins) common[n++] = i;
        }
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
                if (single[common[i]].Field != single[common[j]].Field) keys.Add(KeyList.Mix(single[common[i]].Key ^ BitOperations.RotateLeft(single[common[j]].Key, 17)));
        return [.. keys];
    }

    private static KeyIndex Fill(ulong[][] all, int bits, int largest)
    {
        var starts = new int[(1 << bits) + 1];
        foreach (var keys in all)
            foreach (var key in keys) starts[(key >> (64 - bits)) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var rows = new int[starts[^1]];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        var narrow = new uint[all.Length][];
        for (var row = 0; row < all.Length; row++)
        {
            narrow[row] = new uint[all[row].Length];
            for (var k = 0; k < all[row].Length; k++)
            {
                var key = (uint)(all[row][k] >> (64 - bits));
                narrow[row][k] = key;
                rows[next[key]++] = row;
            }
        }
        return new KeyIndex(narrow, starts, rows, largest);
    }

    /// <summary>The largest block such that a row meets about <paramref name="others"/> others over all its keys.</summary>
    private static int LargestBlock(int[] counts, int rows, int others)
    {
        var sizes = new long[Most + 1];
        foreach (var c in counts)
            if (c is > 1 and <= Most) sizes[c] += (long)c * c;
        var (sum, largest) = (0L, 1);
        for (var c = 2; c <= Most && (sum += sizes[c]) <= (long)others * rows; c++) largest = c;
        return Math.Max(largest, 20);
    }

    private static int Bits(long keys) => Math.Clamp(64 - BitOperations.LeadingZeroCount((ulong)Math.Max(1, keys)) + 1, 10, 26);
}
