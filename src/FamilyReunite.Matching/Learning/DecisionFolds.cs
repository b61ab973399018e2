using FamilyReunite.Matching.Model;

namespace FamilyReunite.Matching.Learning;

/// <summary>The decided pairs, split by person into parts of about the same size. The same persons always fall the same way.</summary>
internal sealed class DecisionFolds
{
    private readonly int[] _fold;

    /// <param name="persons">The person of each pair.</param>
    public DecisionFolds(IReadOnlyList<Guid> persons, IReadOnlyList<LabelledPair> pairs, int folds)
    {
        (Pairs, Count) = (pairs, folds);
        // one after the other in order of id: every part gets its share even of few
        var at = persons.Distinct().Order().Select((id, i) => (id, Fold: i % folds)).ToDictionary(x => x.id, x => x.Fold);
        _fold = [.. persons.Select(p => at[p])];
        Persons = [.. persons];
    }

    public int Count { get; }

    public IReadOnlyList<LabelledPair> Pairs { get; }

    public IReadOnlyList<Guid> Persons { get; }

    public IReadOnlyList<int> Of(int fold) => [.. Enumerable.Range(0, Pairs.Count).Where(i => _fold[i] == fold)];

    public IEnumerable<LabelledPair> In(int fold) => Of(fold).Select(i => Pairs[i]);

    /// <summary>What a model may be fitted to that calibrates on the first and is judged on the second.</summary>
    public IEnumerable<LabelledPair> Beside(int calibrates, int? judged) => Pairs.Where((_, i) => _fold[i] != calibrates && _fold[i] != judged);
}
