using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Fit;

namespace FamilyReunite.Matching.Linkage.Resolution;

/// <summary>What two groups of rows say of each other, field by field: a row may have its name from one row of the other group and its birth date from another, so each field counts by the average likelihood over all pairs of rows.</summary>
internal sealed class GroupEvidence(IReadOnlyList<Field> fields, LinkModel model, PairTable table)
{
    /// <summary>Rows of a group that are asked.</summary>
    private const int Asked = 6;

    /// <summary>How much the average likelihood counts; the rest is what the pairs of rows weigh on average, which contradictions bring down.</summary>
    private const double Mix = 0.6;

    /// <summary>The three sums: one person written carefully, one written carelessly, relatives.</summary>
    private const int Sums = 3;

    private const int Kin = 2;

    private readonly double[] _rarities = [.. Enumerable.Range(sbyte.MinValue, 256).Select(r => Math.Exp(model.RarityFactor * r / 16.0))];

    private readonly double[,] _likely = new double[Sums, fields.Count], _mean = new double[Sums, fields.Count];
    private readonly int[] _present = new int[fields.Count];

    /// <summary>By sum, field and level: what it weighs, and the likelihood ratio that this is the logarithm of.</summary>
    private readonly double[][]?[] _weights = [model.Weights, model.Careless?.Weights, model.Relatives?.Weights];
    private readonly double[][]?[] _ratios = [Ratios(model.Weights), Ratios(model.Careless?.Weights), Ratios(model.Relatives?.Weights)];

    /// <summary>Log-odds that both groups are one person.</summary>
    public double Of(List<int> x, List<int> y)
    {
        Array.Clear(_likely);
        Array.Clear(_mean);
        Array.Clear(_present);
        var (nx, ny) = (Math.Min(x.Count, Asked), Math.Min(y.Count, Asked));
        for (var i = 0; i < nx; i++)
            for (var j = 0; j < ny; j++) Add(x[i], y[j]);
        var (strangers, relatives) = LinkModel.Join(model.Prior + Sum(0), (model.Careless?.Prior ?? double.NegativeInfinity) + Sum(1), (model.Relatives?.Prior ?? double.PositiveInfinity) + Sum(Kin));
        return LinkModel.Against(strangers, relatives);
    }

    private double Sum(int which)
    {
        var sum = 0.0;
        for (var f = 0; f < fields.Count; f++)
            if (_present[f] > 0 && _likely[which, f] > 0) sum += Mix * Math.Log(_likely[which, f] / _present[f]) + (1 - Mix) * _mean[which, f] / _present[f];
        return sum;
    }

    private void Add(int a, int b)
    {
        table.Compare(a, b, out var levels, out var rarity);
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] == Field.Missing) continue;
            _present[f]++;
            for (var which = 0; which < Sums; which++)
            {
                if (_weights[which] is not { } weights) continue;
                // what is rare among strangers is rare among relatives only where they share it by chance
                var counts = rarity[f] != 0 && (which < Kin || fields[f].IsPersonal);
                _likely[which, f] += _ratios[which]![f][levels[f]] * (counts ? _rarities[rarity[f] - sbyte.MinValue] : 1);
                _mean[which, f] += weights[f][levels[f]] + (counts ? model.RarityFactor * rarity[f] / 16.0 : 0);
            }
        }
    }

    private static double[][]? Ratios(double[][]? weights) => weights is null ? null : Array.ConvertAll(weights, w => Array.ConvertAll(w, Math.Exp));
}
