using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>Which words of a notice gave a field.</summary>
/// <param name="Field">Name of the field as the command writes it ("height_cm").</param>
/// <param name="Start">Index of the first character in the text.</param>
/// <param name="End">Index after the last character.</param>
public sealed record NoticeSpan(string Field, int Start, int End);

/// <summary>What a notice says of one person. Null where it says nothing; words stand as they were written.</summary>
public sealed record NoticePerson
{
    public string? Name { get; init; }

    /// <summary>Also called.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The name as it sounded to the hearer.</summary>
    public string? NameHeard { get; init; }

    /// <summary>男 or 女.</summary>
    public string? Sex { get; init; }

    /// <summary><c>2012-09-23</c>, <c>2023-02</c>, <c>1986</c>, <c>--12-01</c> (no year said); month and day are those of <see cref="BirthCalendar"/>.</summary>
    public string? Birth { get; init; }

    public DateCalendar? BirthCalendar { get; init; }

    public bool? BirthApprox { get; init; }

    /// <summary><see cref="Birth"/> once more where it is a lunar date.</summary>
    public string? BirthLunar { get; init; }

    /// <summary>Animal of the birth year.</summary>
    public string? Zodiac { get; init; }

    /// <summary>Years, may be broken (2.5); null where a range was said.</summary>
    public double? Age { get; init; }

    /// <summary>Lowest and highest age in years.</summary>
    public IReadOnlyList<double>? AgeRange { get; init; }

    public bool? AgeApprox { get; init; }

    public double? HeightCm { get; init; }

    public bool? HeightApprox { get; init; }

    /// <summary>Length of a new-born child in cm.</summary>
    public double? LengthCm { get; init; }

    public double? WeightKg { get; init; }

    public string? Build { get; init; }

    public string? Hair { get; init; }

    public string? Upper { get; init; }

    public string? Lower { get; init; }

    /// <summary>无 for bare feet.</summary>
    public string? Shoes { get; init; }

    public string? Hat { get; init; }

    public string? Gait { get; init; }

    public string? Vehicle { get; init; }

    public IReadOnlyList<string>? Items { get; init; }

    public IReadOnlyList<string>? Marks { get; init; }

    public IReadOnlyList<string>? Foods { get; init; }

    public IReadOnlyList<string>? Crops { get; init; }

    public IReadOnlyList<string>? Animals { get; init; }

    public IReadOnlyList<string>? Terrain { get; init; }

    public IReadOnlyList<string>? DialectWords { get; init; }

    public IReadOnlyList<string>? Family { get; init; }

    /// <summary>How many of each relation (哥哥, 姐姐, 儿子 …), where a number was said.</summary>
    public IReadOnlyDictionary<string, int>? FamilyCount { get; init; }

    public string? Accent { get; init; }

    /// <summary>The areas that the accent was said to be of, else the provinces where people speak so.</summary>
    public IReadOnlyList<string>? AccentCandidates { get; init; }

    public string? Language { get; init; }

    public string? LanguageAbility { get; init; }

    public string? Ethnicity { get; init; }

    /// <summary>Health and state of mind.</summary>
    public string? Condition { get; init; }

    public string? Dna { get; init; }

    public string? Missing { get; init; }

    public DateCalendar? MissingCalendar { get; init; }

    public string? MissingPlace { get; init; }

    public string? Found { get; init; }

    public string? FoundPlace { get; init; }

    public string? HomePlace { get; init; }

    /// <summary>Home places as they sounded to the hearer (音, 听音, 谐音).</summary>
    public IReadOnlyList<string>? HeardHome { get; init; }

    /// <summary>What the home places may be, best first.</summary>
    public IReadOnlyList<PlaceGuess>? HomeCandidates { get; init; }

    /// <summary>In order of appearance, inside the text.</summary>
    public IReadOnlyList<NoticeSpan> Spans { get; init; } = [];
}

public interface INoticeReader
{
    /// <summary>The persons of a notice, in order of appearance; at least one. Never throws on any input text.</summary>
    IReadOnlyList<NoticePerson> Read(string text);
}
