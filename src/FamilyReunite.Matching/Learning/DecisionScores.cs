using FamilyReunite.Matching.Evaluation;

namespace FamilyReunite.Matching.Learning;

/// <summary>What a model said of each decided pair, and how right it was.</summary>
/// <param name="probabilities">In the order of the pairs.</param>
internal sealed class DecisionScores(IReadOnlyList<double> probabilities, IReadOnlyList<bool> same)
{
    /// <summary>A model that is sure and wrong costs much, but not everything.</summary>
    private const double Least = 1e-6;

    public IReadOnlyList<double> Losses { get; } = [.. probabilities.Select((p, i) => -Math.Log(Math.Clamp(same[i] ? p : 1 - p, Least, 1)))];

    public DecisionFigures Figures() => new(Losses.Average(), Auc(), probabilities.Average(), (double)same.Count(s => s) / same.Count);

    /// <summary>Mean saved a pair against another model; persons are drawn, with all their pairs.</summary>
    public Interval GainOver(DecisionScores other, IReadOnlyList<Guid> persons, int seed)
    {
        var at = persons.Distinct().Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        var (saved, pairs) = (new double[at.Count], new double[at.Count]);
        for (var i = 0; i < persons.Count; i++)
        {
            saved[at[persons[i]]] += other.Losses[i] - Losses[i];
            pairs[at[persons[i]]]++;
        }
        return new Bootstrap(at.Count, seed).Ratio(saved, pairs) ?? new Interval(0, 0, 0);
    }

    /// <summary>Ties count half.</summary>
    private double Auc()
    {
        var (above, all) = (0.0, 0.0);
        var (yes, no) = (probabilities.Where((_, i) => same[i]).ToList(), probabilities.Where((_, i) => !same[i]).ToList());
        foreach (var y in yes)
            foreach (var n in no) (above, all) = (above + (y > n ? 1 : y == n ? 0.5 : 0), all + 1);
        return all == 0 ? 0 : above / all;
    }
}
