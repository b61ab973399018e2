using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>Belief about the county of home, with the clues it came from.</summary>
public sealed class HomeDistribution
{
    private readonly double[] _probabilities;

    /// <param name="probabilities">One for each county of <see cref="CountySet.All"/>; sum to 1.</param>
    /// <param name="declined">True when the clues say next to nothing: the belief is then hardly more than the prior.</param>
    public HomeDistribution(double[] probabilities, IReadOnlyList<HomeClue> clues, bool declined)
    {
        (_probabilities, Clues, Declined) = (probabilities, clues, declined);
    }

    /// <summary>By position in <see cref="CountySet.All"/>; sum to 1.</summary>
    public IReadOnlyList<double> Probabilities => _probabilities;

    public IReadOnlyList<HomeClue> Clues { get; }

    public bool Declined { get; }

    /// <summary>Belief that home lies in a province, prefecture or county; that of its county for a deeper code; 0 for an unknown one.</summary>
    public double Of(DivisionCode code)
    {
        var sum = 0.0;
        foreach (var i in CountySet.Within(code)) sum += _probabilities[i];
        return sum;
    }

    /// <summary>Belief by dialect group ("西南官話") or by province name, likeliest first.</summary>
    public IReadOnlyList<(string Name, double Probability)> By(Func<County, string> name) =>
        [.. CountySet.All.Select((c, i) => (Name: name(c), P: _probabilities[i])).GroupBy(x => x.Name, x => x.P, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum())).OrderByDescending(x => x.Item2).ThenBy(x => x.Key, StringComparer.Ordinal)];

    /// <summary>The clues that speak for a county, the strongest first.</summary>
    /// <param name="position">Position in <see cref="CountySet.All"/>.</param>
    public IReadOnlyList<HomeReason> Reasons(int position) =>
        [.. Clues.Where(c => c.Ratio[position] > 1.25).OrderByDescending(c => c.Ratio[position]).Select(c => Reason(c, position)).Distinct()];

    /// <summary>A clue that names places says of any other county only that it fits too: near by, in the prefecture, or by how names end there.</summary>
    private static HomeReason Reason(HomeClue clue, int position) => clue.Why.Count == 0 ? clue.Reading
        : clue.Why.GetValueOrDefault(position) ?? new HomeReason($"也说得通——{clue.Reading.Zh}", $"Fits too – {clue.Reading.En}");

    /// <summary>The town and village that the words fit best inside a county; null when they name none.</summary>
    public BelowHome? Below(int position) => Clues.Select(c => c.Below.GetValueOrDefault(position)).Where(b => b is not null).MaxBy(b => b!.Belief);

    /// <summary>The likeliest homes. When <see cref="Declined"/> these are provinces, for no county can be told.</summary>
    public IReadOnlyList<HomeGuess> Best(int top) => HomeList.Of(this, top);
}
