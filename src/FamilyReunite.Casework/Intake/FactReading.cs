using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Intake;

/// <summary>What a statement is understood as when it is saved.</summary>
/// <param name="reader">Reads the words of a field; without one only what was picked from a list is understood.</param>
public sealed class FactReading(IDescriptionReader? reader = null)
{
    /// <summary>Canonical form of the kind; null when nothing was understood.</summary>
    public string? Understand(FactStatement s)
    {
        if (s.Answer != AnswerState.Given) return null;
        if (s.Chosen is { Length: > 0 } chosen && IsCanonical(s.Kind, chosen)) return chosen;
        if (s.Kind == FactKind.Sex) return s.Text.Trim() switch { "男" or "M" => "M", "女" or "F" => "F", var other => reader?.Understand(s.Kind, other) };
        return reader?.Understand(s.Kind, s.Text);
    }

    /// <summary>A choice sent by the browser is taken only in the form of its kind.</summary>
    private static bool IsCanonical(FactKind kind, string chosen) => kind switch
    {
        FactKind.Mark => BodyMark.TryParse(chosen, out _),
        FactKind.Family => FamilyMember.TryParse(chosen, out _),
        FactKind.Sex => chosen is "M" or "F",
        FactKind.Age or FactKind.Height or FactKind.Weight => NumberRange.TryParse(chosen, out _),
        FactKind.BirthDate or FactKind.FoundAt or FactKind.MissingAt => PartialDate.TryParse(chosen, out _),
        FactKind.HomePlace or FactKind.HomeHeard or FactKind.FoundPlace or FactKind.MissingPlace => DivisionCode.TryParse(chosen, out _),
        _ => false,
    };
}
