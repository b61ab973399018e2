using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Notices;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Intake.Notices;

/// <summary>One thing that a pasted notice says of a person.</summary>
/// <param name="Words">As they stand in the text.</param>
/// <param name="Start">Index of the first character in the text.</param>
/// <param name="Understood">Canonical form of the kind; null when nothing was understood.</param>
public sealed record DraftLine(FactKind Kind, string Words, int Start, int End, string? Understood);

/// <param name="Name">As written; null when the notice names none.</param>
/// <param name="Lines">In order of appearance.</param>
public sealed record DraftPerson(string? Name, IReadOnlyList<DraftLine> Lines);

/// <summary>Lays a pasted notice out as lines of a missing report, each with the words that gave it.</summary>
public sealed class NoticeDraft(INoticeReader notices, IDescriptionReader descriptions)
{
    /// <summary>Longest text that is read: it is kept whole beside the record.</summary>
    public const int MaxText = Fact.MaxLength;

    private static readonly Dictionary<string, FactKind> Kinds = new(StringComparer.Ordinal)
    {
        ["name"] = FactKind.Name, ["name_heard"] = FactKind.OtherName, ["names"] = FactKind.OtherName, ["sex"] = FactKind.Sex, ["birth"] = FactKind.BirthDate, ["zodiac"] = FactKind.Zodiac, ["age"] = FactKind.Age, ["age_range"] = FactKind.Age,
        ["height_cm"] = FactKind.Height, ["length_cm"] = FactKind.Height, ["weight_kg"] = FactKind.Weight, ["build"] = FactKind.Build, ["hair"] = FactKind.Hair, ["marks"] = FactKind.Mark, ["gait"] = FactKind.Gait, ["condition"] = FactKind.Health,
        ["upper"] = FactKind.Upper, ["lower"] = FactKind.Lower, ["shoes"] = FactKind.Shoes, ["hat"] = FactKind.Hat, ["items"] = FactKind.Belonging, ["vehicle"] = FactKind.Vehicle, ["foods"] = FactKind.Food, ["crops"] = FactKind.Crop, ["terrain"] = FactKind.Terrain,
        ["family"] = FactKind.Family, ["accent"] = FactKind.Accent, ["language"] = FactKind.Language, ["ethnicity"] = FactKind.Ethnicity, ["home_place"] = FactKind.HomePlace, ["heard_home"] = FactKind.HomePlace,
        ["missing"] = FactKind.MissingAt, ["missing_place"] = FactKind.MissingPlace, ["dna"] = FactKind.Dna,
    };

    /// <summary>The persons of the text, at least one; what no line of the form asks for stays in the text. Never throws on any text.</summary>
    public IReadOnlyList<DraftPerson> Read(string text) => [.. notices.Read(text).Select(p => Person(p, text))];

    /// <summary>Without the blanks and signs around the words.</summary>
    private static (int Start, int End) Bare(string text, int start, int end)
    {
        const string Closing = ")）】]”\"》";
        while (start < end && (char.IsWhiteSpace(text[start]) || char.IsPunctuation(text[start]))) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || char.IsPunctuation(text[end - 1]) && !Closing.Contains(text[end - 1], StringComparison.Ordinal))) end--;
        return (start, end);
    }

    private DraftPerson Person(NoticePerson person, string text)
    {
        var lines = new List<DraftLine>();
        foreach (var span in person.Spans.OrderBy(s => s.Start))
        {
            var (start, end) = Bare(text, span.Start, span.End);
            if (!Kinds.TryGetValue(span.Field, out var kind) || start == end) continue;
            var words = text[start..end];
            if (lines.Exists(l => l.Kind == kind && l.Words == words)) continue;
            lines.Add(new DraftLine(kind, words, start, end, kind == FactKind.Sex ? person.Sex switch { "男" => "M", "女" => "F", _ => null } : descriptions.Understand(kind, words)));
        }
        return new DraftPerson(person.Name ?? person.NameHeard, lines);
    }
}
