using FamilyReunite.Matching.Linkage.Files;

namespace FamilyReunite.Matching.Linkage.Blocking;

/// <summary>Adds up, for one row at a time, what every other row shares with it. One per thread.</summary>
internal sealed class Nearest(KeyIndex index, People people)
{
    private const int Steps = 256;
    private readonly float[] _shared = new float[people.Count];
    private readonly List<int> _met = [];
    private readonly int[] _histogram = new int[Steps];

    /// <summary>About <paramref name="perRow"/> rows at most, ascending.</summary>
    public int[] Of(int row, int perRow)
    {
        var left = row < people.Left;
        foreach (var key in index.KeysOf(row))
        {
            var rows = index.RowsOf(key);
            if (rows.Length < 2 || rows.Length > index.Largest * 2) continue;
            var weight = MathF.Log(people.Count / (float)rows.Length) + 0.5f;
            foreach (var other in rows)
            {
                if (other == row || (!people.OneFile && other < people.Left == left)) continue;
                if (_shared[other] == 0) _met.Add(other);
                _shared[other] += weight;
            }
        }
        var best = Best(perRow);
        foreach (var other in _met) _shared[other] = 0;
        _met.Clear();
        return best;
    }

    private int[] Best(int perRow)
    {
        var floor = _met.Count <= perRow ? 0 : Floor(perRow);
        var best = new List<int>(Math.Min(perRow, _met.Count));
        foreach (var other in _met)
            if (_shared[other] >= floor) best.Add(other);
        if (best.Count > perRow + perRow / 4) best = [.. best.OrderByDescending(o => _shared[o]).ThenBy(o => o).Take(perRow)];
        best.Sort();
        return [.. best];
    }

    private float Floor(int perRow)
    {
        var most = 0f;
        foreach (var other in _met) most = Math.Max(most, _shared[other]);
        Array.Clear(_histogram);
        var scale = (Steps - 1) / most;
        foreach (var other in _met) _histogram[(int)(_shared[other] * scale)]++;
        var (step, above) = (Steps - 1, 0);
        while (step > 0 && above + _histogram[step] <= perRow) above += _histogram[step--];
        return (step + 1) / scale > most ? step / scale : (step + 1) / scale * 0.99999f;
    }
}
