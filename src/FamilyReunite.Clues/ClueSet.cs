using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues;

/// <summary>What a record says, read into comparable clues. Empty lists and nulls mean "nothing said", never "no".</summary>
public sealed record ClueSet
{
    public required Guid RecordId { get; init; }

    public required RecordKind Kind { get; init; }

    public Sex Sex { get; init; }

    public IReadOnlyList<NameClue> Names { get; init; } = [];

    /// <summary>Every statement of age or birth, each as the span of solar days of birth it allows.</summary>
    public IReadOnlyList<BirthClue> Births { get; init; } = [];

    public IReadOnlyList<HeightClue> Heights { get; init; } = [];

    public IReadOnlyList<NumberRange> WeightsKg { get; init; } = [];

    public IReadOnlyList<MarkClue> Marks { get; init; } = [];

    /// <summary>Where home may be. Several readings of one heard place share one <see cref="PlaceClue.AsHeard"/>.</summary>
    public IReadOnlyList<PlaceClue> Homes { get; init; } = [];

    /// <summary>Where a stranded person's home is believed to be, from everything said, heard and seen; null for other records and when nothing tells.</summary>
    public HomeShares? HomeBelief { get; init; }

    /// <summary>Where found (stranded) or last seen (missing).</summary>
    public IReadOnlyList<PlaceClue> LastPlaces { get; init; } = [];

    /// <summary>When found (stranded) or last seen (missing).</summary>
    public DaySpan? LastSeen { get; init; }

    public IReadOnlyList<FamilyClue> Family { get; init; } = [];

    /// <summary>Clothing and belongings as normalised words ("黑色 棉衣").</summary>
    public IReadOnlyList<string> Clothing { get; init; } = [];

    public IReadOnlyList<string> Belongings { get; init; } = [];

    /// <summary>Ethnic groups in short form ("彝", "维吾尔").</summary>
    public IReadOnlyList<string> Ethnicities { get; init; } = [];

    /// <summary>Languages and dialect areas named ("四川话", "布依语").</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Ways of not hearing, speaking, seeing, moving or remembering.</summary>
    public IReadOnlyList<Disability> Disabilities { get; init; } = [];

    public IReadOnlyList<string> Foods { get; init; } = [];

    /// <summary>Digits or letters of papers, phones, cards; at least 4 characters.</summary>
    public IReadOnlyList<string> IdFragments { get; init; } = [];

    /// <summary>SHA-256 over the clues in canonical order, lower-case hex: changes exactly when a clue changes.</summary>
    public required string Fingerprint { get; init; }
}

public enum NameScript { Han, MinorityInHan, Latin, Other }

/// <param name="Text">As written, trimmed.</param>
/// <param name="HeardOnly">True when the characters are a guess and the sound alone counts.</param>
/// <param name="Surname">Han surname, or null when there is none or it is unsure.</param>
/// <param name="Parts">Name parts without dots and surname, in order.</param>
/// <param name="Readings">Toneless pinyin per character, every reading.</param>
public sealed record NameClue(string Text, NameScript Script, bool HeardOnly, string? Surname, IReadOnlyList<string> Parts, IReadOnlyList<IReadOnlyList<string>> Readings);

/// <param name="Estimated">True when somebody guessed from looks or memory; false when it was written or known by the family.</param>
public sealed record BirthClue(DaySpan Born, bool Estimated);

/// <summary>Closed span of solar days.</summary>
public readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    public double MiddleYear => (First.DayNumber + Last.DayNumber) / 2.0 / 365.2425;

    public int GapDays(DaySpan other) => Math.Max(0, Math.Max(other.First.DayNumber - Last.DayNumber, First.DayNumber - other.Last.DayNumber));
}

/// <param name="At">When measured or seen; null when not said.</param>
public sealed record HeightClue(NumberRange Cm, DateOnly? At, bool Estimated);

public sealed record MarkClue(BodyMark Mark, string AsHeard);

/// <param name="Code">Two to twelve digits; empty, with a share of 0, when no place of the tables fits and only the words are left.</param>
/// <param name="Share">0 to 1: how much of the belief in this statement falls on this place; the shares of one statement sum to at most 1.</param>
public sealed record PlaceClue(DivisionCode Code, double Share, string AsHeard, bool HeardOnly);

public sealed record FamilyClue(FamilyMember Member, IReadOnlyList<IReadOnlyList<string>> NameReadings);

public enum Disability { Deaf, Mute, Blind, Intellectual, Mental, Memory, Limb, Paralysed, Epilepsy }
