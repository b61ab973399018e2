using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>A field whose words become one fact each.</summary>
/// <param name="IsList">A CSV cell holds several, parted by ； ; | 、.</param>
internal sealed record WordField(string Name, FactKind Kind, bool IsList = false);

/// <summary>The fields of a row, as fixed for `import`.</summary>
internal static class ImportFields
{
    public static IReadOnlyList<WordField> Words { get; } =
    [
        new("name", FactKind.Name), new("names", FactKind.OtherName, true), new("name_heard", FactKind.NameHeard),
        new("build", FactKind.Build), new("hair", FactKind.Hair), new("upper", FactKind.Upper), new("lower", FactKind.Lower), new("shoes", FactKind.Shoes), new("hat", FactKind.Hat),
        new("gait", FactKind.Gait), new("vehicle", FactKind.Vehicle), new("items", FactKind.Belonging, true), new("marks", FactKind.Mark, true),
        new("foods", FactKind.Food, true), new("crops", FactKind.Crop, true), new("animals", FactKind.Animal, true), new("terrain", FactKind.Terrain, true), new("dialect_words", FactKind.DialectWord, true),
        new("family", FactKind.Family, true), new("accent", FactKind.Accent), new("language", FactKind.Language), new("language_ability", FactKind.LanguageAbility), new("ethnicity", FactKind.Ethnicity),
        new("condition", FactKind.Health), new("mind", FactKind.Mind), new("dna", FactKind.Dna), new("home_place", FactKind.HomePlace), new("heard_home", FactKind.HomeHeard, true),
        new("missing_place", FactKind.MissingPlace), new("found_place", FactKind.FoundPlace), new("circumstances", FactKind.Circumstances), new("spoken", FactKind.Spoken), new("text", FactKind.FreeText),
        new("zodiac", FactKind.Zodiac), new("id_fragments", FactKind.IdFragment, true), new("case_number", FactKind.CaseNumber),
        new("reporter_name", FactKind.ReporterName), new("reporter_relation", FactKind.ReporterRelation), new("reporter_contact", FactKind.ReporterContact),
    ];

    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(Words.Select(w => w.Name).Concat(
    [
        "source_id", "sex", "birth", "birth_calendar", "birth_approx", "age", "age_range", "age_approx", "height_cm", "height_approx", "length_cm", "weight_kg", "family_count",
        "missing", "missing_calendar", "found", "reported", "photo", "audio", "organisation", "call_name", "visits",
    ]));

    /// <summary>Kinds of which a person has one; a new value takes the place of the imported one before.</summary>
    public static bool IsSingle(FactKind kind) => kind is FactKind.Sex or FactKind.Age or FactKind.BirthDate or FactKind.Height or FactKind.Weight or FactKind.FoundAt or FactKind.MissingAt
        || Words.Any(w => w.Kind == kind && !w.IsList);

    public static bool IsName(FactKind kind) => kind is FactKind.Name or FactKind.OtherName or FactKind.NameHeard or FactKind.ReporterName;

    /// <summary>Who is behind a fact of this kind when nobody says otherwise.</summary>
    public static FactSource SourceOf(FactKind kind, bool byFamily) => kind switch
    {
        FactKind.IdFragment => FactSource.Document,
        FactKind.Dna or FactKind.CaseNumber => FactSource.Police,
        _ when byFamily => FactSource.SaidByFamily,
        FactKind.Name or FactKind.OtherName or FactKind.NameHeard or FactKind.BirthDate or FactKind.HomePlace or FactKind.HomeHeard or FactKind.Family or FactKind.Food or FactKind.Crop or FactKind.Animal
            or FactKind.Terrain or FactKind.DialectWord or FactKind.MissingAt or FactKind.MissingPlace or FactKind.Circumstances or FactKind.Spoken or FactKind.Zodiac => FactSource.SaidByPerson,
        _ => FactSource.Observed,
    };
}
