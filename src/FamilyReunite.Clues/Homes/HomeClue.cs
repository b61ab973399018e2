using FamilyReunite.Clues.Homes.Finding;

namespace FamilyReunite.Clues.Homes;

/// <summary>What a clue is of. Clues of one kind repeat each other in part, so together they count less than their product.</summary>
public enum HomeClueKind { SaidPlace, WrittenPlace, GuessedPlace, Accent, Sound, Word, Life, Land, People, Name, Listener, Answer }

/// <summary>One thing said, seen or noted, as belief about the county of home.</summary>
/// <param name="AsHeard">The words it rests on, verbatim.</param>
/// <param name="Reading">What it was taken to mean.</param>
/// <param name="Ratio">For each county of <see cref="CountySet"/> P(clue | home there) ÷ P(clue); 1 everywhere says nothing. Its mean over <see cref="County.Share"/> is 1. The doubt whether the clue speaks of home at all is inside.</param>
public sealed record HomeClue(HomeClueKind Kind, string AsHeard, HomeReason Reading, double[] Ratio)
{
    /// <summary>Nats by which the clue alone would move the belief of somebody who knows nothing else; 0 for one that says nothing.</summary>
    public double Information => Belief.Information(Ratio);

    /// <summary>Why it speaks for one county, where there is more to say than <see cref="Reading"/>; keys are positions in <see cref="CountySet"/>.</summary>
    public IReadOnlyDictionary<int, HomeReason> Why { get; init; } = new Dictionary<int, HomeReason>();

    /// <summary>Best place below the county that the words fit, by position of the county.</summary>
    public IReadOnlyDictionary<int, BelowHome> Below { get; init; } = new Dictionary<int, BelowHome>();
}

/// <summary>A town, and a village of it, inside a county.</summary>
/// <param name="Belief">0 to 1 of the statement's belief that falls on it.</param>
public sealed record BelowHome(string? Town, string? Village, double Belief);
