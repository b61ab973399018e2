using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Model;

/// <summary>
/// How findings become the columns that the model is fitted to. A column says "at least this much agreement" (+1) or "at least this much conflict" (−1);
/// so with no weight below zero, more agreement never counts less, agreement never speaks against and conflict never for. Nothing to compare and neutral steps have no column: their weight is 0.
/// </summary>
internal sealed class StepColumns
{
    private readonly (int Feature, int Step)[] _columns;
    private readonly sbyte[][][] _values;

    private StepColumns(FeatureSet features, IEnumerable<(int Feature, int Step)> columns)
    {
        _columns = [.. columns];
        _values = [.. features.Comparators.Select((c, f) => c.Steps.Select((_, s) => _columns.Select(k => k.Feature == f ? Value(c.Steps, k.Step, s) : (sbyte)0).ToArray()).ToArray())];
        Names = [.. _columns.Select(k => $"{features.Comparators[k.Feature].Feature}/{features.Comparators[k.Feature].Steps[k.Step].Name}")];
    }

    public int Count => _columns.Length;

    /// <summary>"feature/step", in order.</summary>
    public IReadOnlyList<string> Names { get; }

    public static StepColumns All(FeatureSet features) =>
        new(features, features.Comparators.SelectMany((c, f) => Enumerable.Range(1, c.Steps.Count - 1).Where(s => !c.Steps[s].Neutral).Select(s => (f, s))));

    /// <summary>The columns of a weights.json; null when one is unknown.</summary>
    public static StepColumns? Named(FeatureSet features, IReadOnlyList<string> names)
    {
        var all = All(features);
        var at = names.Select(n => all.Names.ToList().IndexOf(n)).ToList();
        return at.Contains(-1) ? null : new StepColumns(features, at.Select(i => all._columns[i]));
    }

    public StepColumns Without(FeatureSet features, IReadOnlySet<int> dropped) => new(features, _columns.Where((_, i) => !dropped.Contains(i)));

    public int FeatureOf(int column) => _columns[column].Feature;

    public float[] Encode(ReadOnlySpan<byte> steps)
    {
        var x = new float[Count];
        for (var f = 0; f < steps.Length; f++)
        {
            if (steps[f] == 0) continue;
            var values = _values[f][steps[f]];
            for (var i = 0; i < x.Length; i++)
                if (values[i] != 0) x[i] = values[i];
        }
        return x;
    }

    /// <summary>The weight of every step of every feature.</summary>
    public double[][] WeightsOf(IReadOnlyList<float> columnWeights) =>
        [.. _values.Select(feature => feature.Select(step => step.Select((v, i) => v * (double)columnWeights[i]).Sum()).ToArray())];

    private static sbyte Value(IReadOnlyList<Step> steps, int column, int step)
    {
        if (step == 0 || steps[step].Scale != steps[column].Scale) return 0;
        var (against, speaksAgainst) = (steps[column].Level == AgreementLevel.Conflict, steps[step].Level == AgreementLevel.Conflict);
        return against != speaksAgainst ? (sbyte)0 : against ? (sbyte)(step <= column ? -1 : 0) : (sbyte)(step >= column ? 1 : 0);
    }
}
