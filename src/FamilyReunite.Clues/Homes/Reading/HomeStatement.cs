namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>What a stretch of words is taken to be.</summary>
internal enum StatementKind
{
    /// <summary>A place that the person says is home.</summary>
    Home,
    /// <summary>The same in running words, where it is not sure which words are the place.</summary>
    Told,
    /// <summary>Words of the person that may be a place of home.</summary>
    Spoken,
    /// <summary>Printed or written on what the person has with them.</summary>
    Printed,
    /// <summary>Where a journey began ("从重庆火车站被拐来", a ticket).</summary>
    Journey,
    /// <summary>What others suppose.</summary>
    Guess,
    /// <summary>Digits or letters that stand for a place: "phone 0517", "plate 苏H", "postal 223400", "id 522325".</summary>
    Code,
    Accent,
    Word,
    /// <summary>One syllable said as another; <see cref="HomeStatement.Words"/> is "喝>哈".</summary>
    Shift,
    PersonName,
    People,
    /// <summary>Free words searched for foods, crops, land, houses, festivals.</summary>
    Life,
}

/// <param name="Trust">0 to 1: how surely the words speak of home.</param>
internal sealed record HomeStatement(StatementKind Kind, string Words, double Trust)
{
    /// <summary>The same words as they were heard another time.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary>Everything that a case says, in one list, with what was found where.</summary>
/// <param name="Found">Where the person was found, as written; empty when not said.</param>
/// <param name="Strayed">The words say that the person had only just lost the way.</param>
/// <param name="Taken">Others brought the person to where it lives, as a child or against its will.</param>
internal sealed record HomeStatements(IReadOnlyList<HomeStatement> All, string Found, bool Strayed, bool Taken)
{
    public IEnumerable<HomeStatement> Of(params StatementKind[] kinds) => All.Where(s => kinds.Contains(s.Kind));
}
