using FamilyReunite.Clues;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.Faces;

/// <summary>Adds what the faces say to what the clues say; the bars still sum to the score.</summary>
internal sealed class FacePairScorer(IPairScorer clues, FaceMatches faces) : IPairScorer
{
    public string ModelVersion => clues.ModelVersion;

    public MatchScore Score(ClueSet person, ClueSet report)
    {
        var (said, face) = (clues.Score(person, report), faces.Compare(person, report));
        var score = said.Score + face.Weight;
        return new MatchScore(score, said.Prior, face.Weight == 0 ? said.Probability : clues.Probability(score), [.. said.Evidence, face]);
    }

    public double LogOdds(ClueSet person, ClueSet report) => clues.LogOdds(person, report) + faces.Weight(person, report);

    public void LogOdds(IReadOnlyList<ClueSet> persons, ClueSet report, Span<double> into)
    {
        clues.LogOdds(persons, report, into);
        for (var i = 0; i < persons.Count; i++) into[i] += faces.Weight(persons[i], report);
    }

    public double Probability(double score) => clues.Probability(score);

    public string Beside(ClueSet person, ClueSet report) => faces.Stamp(person, report);
}
