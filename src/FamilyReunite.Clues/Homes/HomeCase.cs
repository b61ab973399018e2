using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes;

/// <summary>What is known of a person that may tell where home is. Any part may be missing; station-given names do not belong here.</summary>
public sealed record HomeCase
{
    /// <summary>What staff wrote, in free words; read for clues as if each stood in a field of its own.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names of persons as they sounded.</summary>
    public IReadOnlyList<string> HeardNames { get; init; } = [];

    /// <summary>Places as they sounded, of any level.</summary>
    public IReadOnlyList<string> HeardPlaces { get; init; } = [];

    /// <summary>Words and ways of speaking that were noticed ("婆姨", "喝读作哈", "n l 不分").</summary>
    public IReadOnlyList<string> DialectWords { get; init; } = [];

    /// <summary>What somebody thought of the accent ("像川北口音"), empty when nothing.</summary>
    public string DialectJudgement { get; init; } = "";

    public IReadOnlyList<string> OtherClues { get; init; } = [];

    /// <summary>Where the person was found, as a name or a division code.</summary>
    public string FoundPlace { get; init; } = "";

    public Sex Sex { get; init; }

    /// <summary>Short form of ethnic groups ("彝").</summary>
    public IReadOnlyList<string> Ethnicities { get; init; } = [];

    public IReadOnlyList<HomeAnswer> Answers { get; init; } = [];

    public IReadOnlyList<ListenerOpinion> Listeners { get; init; } = [];
}

/// <summary>What a person answered to a question of the interview.</summary>
/// <param name="Question">Id of the question as the bank names it.</param>
/// <param name="Option">Id of the answer that was chosen; <see cref="NoReaction"/> when the person did not react.</param>
/// <param name="Words">What was said, verbatim; null when nothing.</param>
public sealed record HomeAnswer(string Question, string Option, string? Words = null)
{
    public const string NoReaction = "none";
}

/// <summary>What somebody who speaks as people of a place do thought on hearing a clip.</summary>
public enum ListenerVerdict { CannotTell, Ours, Neighbouring, NotOurs }

/// <param name="Home">The listener's own county, prefecture or province.</param>
public sealed record ListenerOpinion(DivisionCode Home, ListenerVerdict Verdict);
