using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Intake;

/// <summary>One line of a form: what somebody observed or said about one thing.</summary>
/// <param name="Id">UUIDv7 made by the form; the same one again changes nothing.</param>
/// <param name="Text">Verbatim; empty for an answer that is no value.</param>
/// <param name="Chosen">Canonical form when it was picked from a list or figure; null when the text is to be read.</param>
/// <param name="Replaces">The fact that the user corrects; null when nothing is corrected.</param>
/// <param name="Adds">True: stands beside what is there, on purpose. False: the form knew of nothing else, so anything newer is told as a difference.</param>
public sealed record FactStatement(
    Guid Id,
    FactKind Kind,
    string Text,
    FactSource Source = FactSource.Observed,
    string? SaidBy = null,
    Confidence Confidence = Confidence.Unstated,
    AnswerState Answer = AnswerState.Given,
    string? Chosen = null,
    Guid? Replaces = null,
    bool Adds = false)
{
    private static readonly HashSet<FactKind> Lists =
    [
        FactKind.Mark, FactKind.Belonging, FactKind.OtherName, FactKind.DialectWord, FactKind.Family, FactKind.Food, FactKind.Crop,
        FactKind.Terrain, FactKind.Animal, FactKind.Vehicle, FactKind.IdFragment, FactKind.HomeHeard,
    ];

    /// <summary>True for kinds of which a person has several by nature: a second one is no contradiction.</summary>
    public static bool IsList(FactKind kind) => Lists.Contains(kind);

    /// <summary>Nothing typed and nothing answered.</summary>
    public bool IsBlank => Answer == AnswerState.Given && string.IsNullOrWhiteSpace(Text) && Chosen is null;
}
