namespace FamilyReunite.Domain.Facts;

/// <summary>What a fact is about. The comment gives the canonical form of <see cref="Fact.Understood"/>; "words" means the text as it stands.</summary>
public enum FactKind
{
    /// <summary>Free words; read like a notice.</summary>
    FreeText = 0,
    /// <summary>A name as written or stated: words.</summary>
    Name = 1,
    /// <summary>Also called: words.</summary>
    OtherName = 2,
    /// <summary>A name as it sounded to the hearer: words, compared by sound alone.</summary>
    NameHeard = 3,
    /// <summary>M or F.</summary>
    Sex = 4,
    /// <summary>Estimated or stated age in years on the day of recording: number range.</summary>
    Age = 5,
    /// <summary>Partial date.</summary>
    BirthDate = 6,
    /// <summary>Height in cm: number range. On a missing report: height when last seen.</summary>
    Height = 7,
    /// <summary>Weight in kg: number range.</summary>
    Weight = 8,
    Build = 9,
    Hair = 10,
    /// <summary>Body mark.</summary>
    Mark = 11,
    /// <summary>Words.</summary>
    Upper = 12,
    Lower = 13,
    Shoes = 14,
    Hat = 15,
    Gait = 16,
    Belonging = 17,
    Ethnicity = 18,
    Accent = 19,
    /// <summary>Language spoken, sign language, none: words.</summary>
    Language = 20,
    /// <summary>How much the person can say and understand: words.</summary>
    LanguageAbility = 21,
    DialectWord = 22,
    Health = 23,
    /// <summary>Intelligence and state of mind: words.</summary>
    Mind = 24,
    /// <summary>Home: division code, or empty when not understood.</summary>
    HomePlace = 25,
    /// <summary>A home place as it sounded: division code, or empty.</summary>
    HomeHeard = 26,
    /// <summary>Where found or last met: division code, or empty.</summary>
    FoundPlace = 27,
    /// <summary>Partial date.</summary>
    FoundAt = 28,
    /// <summary>Where last seen by the family: division code, or empty.</summary>
    MissingPlace = 29,
    /// <summary>Partial date.</summary>
    MissingAt = 30,
    Circumstances = 31,
    /// <summary>Family member.</summary>
    Family = 32,
    Food = 33,
    Crop = 34,
    Terrain = 35,
    Animal = 36,
    Vehicle = 37,
    /// <summary>Fragment of an identity number, phone or bank card: digits.</summary>
    IdFragment = 38,
    Dna = 39,
    ReporterName = 40,
    ReporterRelation = 41,
    /// <summary>The family's telephone or address. Never leaves the system, never in the index.</summary>
    ReporterContact = 42,
    CaseNumber = 43,
    Zodiac = 44,
    /// <summary>What the person says, word for word.</summary>
    Spoken = 45,
}
