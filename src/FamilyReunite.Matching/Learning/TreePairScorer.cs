using FamilyReunite.Clues;
using FamilyReunite.Matching.Comparison;

namespace FamilyReunite.Matching.Learning;

/// <summary>Scores by boosted trees, for measuring alone: its evidence says what was compared, not what it weighed.</summary>
internal sealed class TreePairScorer(BoostedTrees trees, FeatureSet features) : IPairScorer
{
    public string ModelVersion => "trees";

    public MatchScore Score(ClueSet person, ClueSet report)
    {
        var findings = features.Compare(PreparedClues.Of(person), PreparedClues.Of(report));
        Span<byte> steps = stackalloc byte[findings.Length];
        for (var f = 0; f < findings.Length; f++) steps[f] = (byte)findings[f].Step;
        return new MatchScore(trees.Score(steps), 0, trees.Probability(steps), [.. findings.Select((f, i) => new Evidence(features.Comparators[i].Feature, features.Comparators[i].Steps[f.Step].Level, 0, "", ""))]);
    }
}
