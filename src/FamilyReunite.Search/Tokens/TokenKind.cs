namespace FamilyReunite.Search.Tokens;

/// <param name="Prefix">Shown before the hash; names the family of clues.</param>
/// <param name="Name">Part of what is hashed, so that equal texts of two kinds never meet.</param>
/// <param name="Importance">Weight in a query at full certainty; a document's weight is the certainty alone, so a score holds the importance once.</param>
internal sealed record TokenKind(string Prefix, string Name, double Importance);

/// <summary>Every kind of token with its importance. The rarity of a token is the index's business (idf), so importance says only how far agreement on
/// such a clue can be trusted at equal rarity: what is written above what is heard, a whole above its parts, a body mark above clothes. Set by judgement, not learned.</summary>
internal static class TokenKinds
{
    public static readonly TokenKind NameWritten = new("n:", "x", 2.0);
    public static readonly TokenKind NameButOne = new("n:", "l", 0.8);
    public static readonly TokenKind NameSound = new("n:", "f", 2.0);
    public static readonly TokenKind NameSoundFine = new("n:", "ff", 0.8);
    public static readonly TokenKind NamePart = new("n:", "q", 0.8);
    public static readonly TokenKind SyllablePair = new("n:", "p", 0.9);
    public static readonly TokenKind Syllable = new("n:", "s", 0.3);
    public static readonly TokenKind SurnameSound = new("n:", "u", 0.5);
    public static readonly TokenKind SurnameWritten = new("n:", "uw", 0.3);

    public static readonly TokenKind HomeProvince = new("h:", "p", 0.6);
    public static readonly TokenKind HomePrefecture = new("h:", "c", 0.8);
    public static readonly TokenKind HomeCounty = new("h:", "x", 1.0);
    public static readonly TokenKind HomeTown = new("h:", "t", 1.0);
    public static readonly TokenKind HomeVillage = new("h:", "v", 1.0);
    public static readonly TokenKind HomeWords = new("h:", "w", 0.4);
    public static readonly TokenKind LastPrefecture = new("l:", "c", 0.3);
    public static readonly TokenKind LastCounty = new("l:", "x", 0.4);

    public static readonly TokenKind MarkPart = new("m:", "p", 1.0);
    public static readonly TokenKind MarkSide = new("m:", "s", 0.6);
    public static readonly TokenKind MarkRegion = new("m:", "r", 0.4);
    public static readonly TokenKind BirthYears = new("b:", "5", 0.25);
    public static readonly TokenKind Disability = new("d:", "d", 0.5);
    public static readonly TokenKind Ethnicity = new("e:", "e", 0.8);
    public static readonly TokenKind Language = new("g:", "g", 0.4);

    public static readonly TokenKind FamilySound = new("f:", "s", 1.2);
    public static readonly TokenKind FamilyWritten = new("f:", "x", 1.2);
    public static readonly TokenKind FamilyRelation = new("f:", "r", 0.6);
    public static readonly TokenKind Clothing = new("c:", "c", 0.25);
    public static readonly TokenKind Belonging = new("c:", "b", 0.3);
    public static readonly TokenKind Food = new("c:", "f", 0.2);
    public static readonly TokenKind IdWhole = new("i:", "i", 2.0);
    public static readonly TokenKind IdPart = new("i:", "4", 0.6);

    public static readonly TokenKind TextPair = new("t:", "2", 2.0);
    public static readonly TokenKind TextChar = new("t:", "1", 0.5);
    public static readonly TokenKind TextWord = new("t:", "w", 1.5);
    public static readonly TokenKind TextSyllablePair = new("t:", "sp", 1.5);
    public static readonly TokenKind TextSyllable = new("t:", "s", 0.5);
    public static readonly TokenKind TextNumber = new("t:", "n", 3.0);
    public static readonly TokenKind TextNumberPart = new("t:", "n4", 0.8);
}
