namespace FamilyReunite.Casework.MatchRun;

/// <summary>What a run did.</summary>
/// <param name="Persons">Stranded persons looked at.</param>
/// <param name="Pairs">Pairs scored.</param>
/// <param name="New">Pairs proposed for the first time, or again after a withdrawal or a rejection that new evidence lifted.</param>
/// <param name="Stronger">Stored pairs whose probability rose.</param>
/// <param name="Weaker">Stored pairs whose evidence changed without a rise.</param>
/// <param name="Withdrawn">Proposals taken back.</param>
public sealed record MatchTally(int Persons = 0, long Pairs = 0, int New = 0, int Stronger = 0, int Weaker = 0, int Withdrawn = 0)
{
    public static MatchTally operator +(MatchTally a, MatchTally b) => a.Add(b);

    public MatchTally Add(MatchTally b) => new(Persons + b.Persons, Pairs + b.Pairs, New + b.New, Stronger + b.Stronger, Weaker + b.Weaker, Withdrawn + b.Withdrawn);
}
