namespace FamilyReunite.Clues.Homes;

/// <summary>Turns what is known of a person into belief about the county of home. Pure and thread-safe; never throws on any text.</summary>
public interface IHomeFinder
{
    HomeDistribution Find(HomeCase known);
}

/// <summary>Reads an answer of the interview into a clue.</summary>
public interface IAnswerReader
{
    /// <summary>Null when the question is unknown or the answer says nothing about home.</summary>
    HomeClue? Read(HomeAnswer answer);
}
