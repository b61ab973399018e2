using FamilyReunite.Matching.Linkage.Fields;

namespace FamilyReunite.Matching.Linkage.Fit;

/// <summary>How much of a set of pairs, weighted, falls on each level.</summary>
internal sealed class LevelCounts(IReadOnlyList<Field> fields)
{
    private readonly double[][] _counts = [.. fields.Select(f => new double[f.Levels.Count])];

    public double[] Of(int field) => _counts[field];

    public void Add(ReadOnlySpan<byte> levels, double weight)
    {
        for (var f = 0; f < levels.Length; f++) _counts[f][levels[f]] += weight;
    }

    public void Add(LevelCounts other)
    {
        for (var f = 0; f < _counts.Length; f++)
            for (var l = 0; l < _counts[f].Length; l++) _counts[f][l] += other._counts[f][l];
    }
}
