using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>The short Chinese phrases by which a place was read, for a page in English; names stay Chinese.</summary>
internal static class ReasonInEnglish
{
    private static readonly (Regex Chinese, string English)[] Phrases =
    [
        (Phrase("字同“(.*)”"), "written the same: “$1”"),
        (Phrase("音近：“(.*)”似“(.*)”"), "“$1” sounds like “$2”"),
        (Phrase("与所说“(.*)”不在一地"), "not in “$1”, which was also said"),
        (Phrase("(.*) 为旧称，今 (.*)"), "$1 is an old name of $2"),
        (Phrase("(.*)（至([0-9]+)年）今 (.*)"), "$1 (until $2) is $3 today"),
        (Phrase("(.*) ([0-9]+)至([0-9]+)年属(.*)"), "$1 belonged to $4 from $2 to $3"),
        (Phrase("级别用字不同：听写“(.*)”，实为“(.*)”"), "level written “$1”, really “$2”"),
        (Phrase("距所说另一地约([0-9]+)公里"), "about $1 km from the other place said"),
        (Phrase("“(.*)”为救助站补录的(?:名称|村)"), "“$1” was added by a station"),
    ];

    /// <summary>The phrase itself when it is none of those known.</summary>
    public static string Of(string phrase)
    {
        foreach (var (chinese, english) in Phrases)
            if (chinese.IsMatch(phrase)) return chinese.Replace(phrase, english);
        return phrase;
    }

    private static Regex Phrase(string pattern) => new($"^{pattern}$", RegexOptions.CultureInvariant);
}
