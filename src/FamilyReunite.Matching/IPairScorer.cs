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
}
