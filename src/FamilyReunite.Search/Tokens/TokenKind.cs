namespace FamilyReunite.Search.Tokens;

/// <param name="Prefix">Shown before the hash; names the family of clues.</param>
/// <param name="Name">Part of what is hashed, so that equal texts of two kinds never meet.</param>
/// <param name="Importance">Weight in a query at full certainty; a document's weight is the certainty alone, so a score holds the importance once.</param>
internal sealed record TokenKind(string Prefix, string Name, double Importance);

/// <summary>Every kind of token with its importance. The rarity of a token is the index's business (idf), so importance says only how far agreement on
/// such a clue can be trusted at equal rarity. Those of clues are learned from invented people and held near what was judged before (docs/decisions/0013-what-retrieval-weighs.md);
/// those of search by words ("t:") are judged.</summary>
internal static class TokenKinds
{
    public static readonly TokenKind NameWritten = new("n:", "x", 2.00);
    public static readonly TokenKind NameButOne = new("n:", "l", 1.23);
    public static readonly TokenKind NameSound = new("n:", "f", 0.87);
    public static readonly TokenKind SyllablePair = new("n:", "p", 0.79);
    public static readonly TokenKind CoarseWhole = new("n:", "cw", 0.61);
    public static readonly TokenKind CoarsePair = new("n:", "cp", 0.46);
    public static readonly TokenKind Syllable = new("n:", "s", 0.60);
    public static readonly TokenKind SurnameSound = new("n:", "u", 0.82);

    public static readonly TokenKind HomeProvince = new("h:", "p", 1.09);
    public static readonly TokenKind HomePrefecture = new("h:", "c", 1.20);
    public static readonly TokenKind HomeCounty = new("h:", "x", 1.65);
    public static readonly TokenKind HomeTown = new("h:", "t", 1.50);
    public static readonly TokenKind HomeVillage = new("h:", "v", 1.50);
    public static readonly TokenKind HomeWords = new("h:", "w", 0.56);
    public static readonly TokenKind HomeSoundPair = new("h:", "sp", 0.91);
    public static readonly TokenKind HomeCoarsePair = new("h:", "cp", 0.73);
    public static readonly TokenKind LastProvince = new("l:", "p", 0.29);
    public static readonly TokenKind LastPrefecture = new("l:", "c", 0.16);
    public static readonly TokenKind LastCounty = new("l:", "x", 0.28);

    public static readonly TokenKind AreaProvince = new("a:", "p", 1.01);
    public static readonly TokenKind AreaCounty = new("a:", "x", 0.25);
    public static readonly TokenKind LostDays = new("w:", "d", 0.64);
    public static readonly TokenKind LostWeeks = new("w:", "w", 0.68);

    public static readonly TokenKind MarkPart = new("m:", "p", 1.31);
    public static readonly TokenKind MarkSide = new("m:", "s", 0.55);
    public static readonly TokenKind MarkKindAlone = new("m:", "k", 0.27);
    public static readonly TokenKind BirthYears = new("b:", "y", 2.00);
    public static readonly TokenKind GrownHeight = new("b:", "h", 1.23);
    public static readonly TokenKind Disability = new("d:", "d", 1.01);
    public static readonly TokenKind Ethnicity = new("e:", "e", 1.10);
    public static readonly TokenKind Language = new("g:", "g", 0.26);

    public static readonly TokenKind SpeechProvince = new("g:", "p", 2.58);

    public static readonly TokenKind FamilyCoarse = new("f:", "cw", 1.02);
    public static readonly TokenKind FamilyPair = new("f:", "p", 0.49);
    public static readonly TokenKind FamilyCount = new("f:", "n", 0.30);
    public static readonly TokenKind FamilyWritten = new("f:", "x", 1.72);
    public static readonly TokenKind Clothing = new("c:", "c", 0.40);
    public static readonly TokenKind Belonging = new("c:", "b", 0.47);
    public static readonly TokenKind Food = new("c:", "f", 0.37);
    public static readonly TokenKind IdWhole = new("i:", "i", 2.92);
    public static readonly TokenKind IdPart = new("i:", "4", 0.70);

    public static readonly TokenKind TextPair = new("t:", "2", 2.0);
    public static readonly TokenKind TextChar = new("t:", "1", 0.5);
    public static readonly TokenKind TextWord = new("t:", "w", 1.5);
    public static readonly TokenKind TextSyllablePair = new("t:", "sp", 1.5);
    public static readonly TokenKind TextSyllable = new("t:", "s", 0.5);
    public static readonly TokenKind TextNumber = new("t:", "n", 3.0);
    public static readonly TokenKind TextNumberPart = new("t:", "n4", 0.8);
}
