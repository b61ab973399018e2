using FamilyReunite.Clues;

namespace FamilyReunite.Matching;

/// <summary>Compares a stranded person's clues with a report's. Absolute: the score never depends on what else is in the list. Thread-safe.</summary>
public interface IPairScorer
{
    /// <summary>Version of the loaded pair model.</summary>
    string ModelVersion { get; }

    MatchScore Score(ClueSet person, ClueSet report);

    /// <summary>The score alone, without evidence: for choosing among hundreds of retrieved reports which to explain.</summary>
    double LogOdds(ClueSet person, ClueSet report) => Score(person, report).Score;

    /// <summary>Calibrated, 0 to 1; rises with the score.</summary>
    double Probability(double score) => 1 / (1 + Math.Exp(-score));

    /// <summary>What the score rests on beside the clues, in a stable form; empty for nothing. When it changes, the pair is scored anew.</summary>
    string Beside(ClueSet person, ClueSet report) => "";

    /// <summary>The scores of one report beside several persons. The report is not remembered: for passes over very many of them.</summary>
    /// <param name="into">One score a person, in order.</param>
    void LogOdds(IReadOnlyList<ClueSet> persons, ClueSet report, Span<double> into)
    {
        for (var i = 0; i < persons.Count; i++) into[i] = LogOdds(persons[i], report);
    }
}
