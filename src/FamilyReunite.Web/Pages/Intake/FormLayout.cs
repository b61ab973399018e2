using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Web.Pages.Intake;

/// <summary>How a field is asked for.</summary>
public enum FieldShape { Line, Words, Sex, Mark, Birth }

/// <param name="Source">Who usually says it.</param>
public sealed record FormField(FactKind Kind, FieldShape Shape = FieldShape.Line, FactSource Source = FactSource.Observed);

/// <param name="Key">Of the section's heading.</param>
/// <param name="IsOpen">Unfolded when the form opens.</param>
/// <param name="HasFiles">Photos, recordings and papers are added here.</param>
public sealed record FormSection(string Key, IReadOnlyList<FormField> Fields, bool IsOpen = true, bool HasFiles = false);

/// <summary>What each form asks, in the order in which a station learns it.</summary>
public static class FormLayout
{
    private static readonly FormField[] Dress = [new(FactKind.Upper), new(FactKind.Lower), new(FactKind.Shoes), new(FactKind.Hat)];

    private static readonly FormField[] Seen =
    [
        new(FactKind.Sex, FieldShape.Sex), new(FactKind.Age), new(FactKind.Height), new(FactKind.Weight), new(FactKind.Build), new(FactKind.Hair), new(FactKind.Mark, FieldShape.Mark), new(FactKind.Gait),
        new(FactKind.Health), new(FactKind.Mind),
    ];

    private static readonly FormField[] Heard =
    [
        Said(FactKind.Spoken, FieldShape.Words), Said(FactKind.Name), Said(FactKind.NameHeard), Said(FactKind.OtherName), Said(FactKind.HomeHeard), Said(FactKind.HomePlace), new(FactKind.Accent), new(FactKind.Language), new(FactKind.LanguageAbility),
        Said(FactKind.DialectWord), Said(FactKind.Ethnicity), Said(FactKind.BirthDate, FieldShape.Birth), Said(FactKind.Family), Said(FactKind.Food), Said(FactKind.Crop), Said(FactKind.Terrain), Said(FactKind.Animal),
    ];

    public static IReadOnlyList<FormSection> Of(RecordKind kind) => kind switch { RecordKind.Stranded => Stranded, RecordKind.Missing => Missing, _ => Contact };

    private static readonly FormSection[] Stranded =
    [
        new("where", [new(FactKind.FoundPlace), new(FactKind.FoundAt), new(FactKind.Circumstances, FieldShape.Words)]),
        new("seen", Seen),
        new("heard", Heard),
        new("files", [], HasFiles: true),
        new("things", [.. Dress, new(FactKind.Belonging), new(FactKind.IdFragment, Source: FactSource.Document), new(FactKind.Vehicle), new(FactKind.FreeText, FieldShape.Words)], IsOpen: false),
    ];

    private static readonly FormSection[] Missing =
    [
        new("who", [Family(FactKind.Name), Family(FactKind.OtherName), Family(FactKind.Sex, FieldShape.Sex), Family(FactKind.BirthDate, FieldShape.Birth), Family(FactKind.Age), Family(FactKind.Zodiac), Family(FactKind.Ethnicity)]),
        new("looks", [Family(FactKind.Height), Family(FactKind.Weight), Family(FactKind.Build), Family(FactKind.Hair), Family(FactKind.Mark, FieldShape.Mark), Family(FactKind.Gait), Family(FactKind.Health), Family(FactKind.Mind)]),
        new("home", [Family(FactKind.HomePlace), Family(FactKind.Language), Family(FactKind.Accent), Family(FactKind.Family), Family(FactKind.Food), Family(FactKind.Crop), Family(FactKind.Terrain)]),
        new("lost", [Family(FactKind.MissingAt), Family(FactKind.MissingPlace), Family(FactKind.Circumstances, FieldShape.Words), Family(FactKind.Upper), Family(FactKind.Lower), Family(FactKind.Shoes), Family(FactKind.Hat), Family(FactKind.Belonging), Family(FactKind.Vehicle)]),
        new("files", [], HasFiles: true),
        new("reporter", [Family(FactKind.ReporterName), Family(FactKind.ReporterRelation), Family(FactKind.ReporterContact), new(FactKind.CaseNumber, Source: FactSource.Police), new(FactKind.Dna, Source: FactSource.Police), Family(FactKind.FreeText, FieldShape.Words)]),
    ];

    private static readonly FormSection[] Contact =
    [
        new("seen", Seen),
        new("heard", [Said(FactKind.Spoken, FieldShape.Words), Said(FactKind.Name), Said(FactKind.NameHeard), Said(FactKind.HomeHeard), Said(FactKind.HomePlace), new(FactKind.Accent), Said(FactKind.Ethnicity), Said(FactKind.Family)]),
        new("files", [], HasFiles: true),
        new("things", [.. Dress, new(FactKind.Belonging), new(FactKind.FreeText, FieldShape.Words)], IsOpen: false),
    ];

    private static FormField Said(FactKind kind, FieldShape shape = FieldShape.Line) => new(kind, shape, FactSource.SaidByPerson);

    private static FormField Family(FactKind kind, FieldShape shape = FieldShape.Line) => new(kind, shape, FactSource.SaidByFamily);
}
