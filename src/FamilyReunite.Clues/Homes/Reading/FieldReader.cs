using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Reads what stands in a field of its own.</summary>
internal static partial class FieldReader
{
    /// <summary>How surely a place in the field of heard places is home: with a level word people mean a place, without one it may be anything.</summary>
    private const double Named = 0.85, Bare = 0.75, Landmark = 0.55;

    private const double Surname = 0.5, DialectWord = 0.85;

    [GeneratedRegex(@"\([^)]{0,20}\)|[“”""‘’「」]|[…·.]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Remarks();

    [GeneratedRegex("[省市县区州旗乡镇村屯庄寨社组街路]|公社|大队", RegexOptions.CultureInvariant)]
    private static partial Regex LevelWord();

    [GeneratedRegex("[山河江湖洞桥庙寺塔路站厂矿]$|水库|市场|医院|学校|中学|小学", RegexOptions.CultureInvariant)]
    private static partial Regex LandmarkWord();

    [GeneratedRegex(@"(?<from>[一-鿿])[”’""']?(?:字)?(?:说成|读成|读作|念成|念作|发成|说作|发音为?|叫成|读|=)[“‘""']?(?<to>[一-鿿])(?![一-鿿])", RegexOptions.CultureInvariant)]
    private static partial Regex Shift();

    [GeneratedRegex(@"[“‘""「](?<w>[^”’""」]{1,8})[”’""」]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("像|疑似|疑为|可能|好像|似|以为|估计|大概|或|猜|误认|应该|不确定", RegexOptions.CultureInvariant)]
    private static partial Regex Unsure();

    [GeneratedRegex("杂糅|混杂|混合|夹杂|夹带|学会|学了|改口|变味|已带|掺", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    public static HomeStatement? Place(string heard, List<HomeStatement> told)
    {
        var words = Remarks().Replace(heard, " ").Trim();
        if (words.Length is < 2 or > 60 || QuoteReader.IsNameless(words)) return null;
        // the text may say that the words were printed on a bag or that somebody else supposed them
        var context = told.Where(t => t.Kind is StatementKind.Printed or StatementKind.Journey or StatementKind.Guess && t.Words.Contains(words, StringComparison.Ordinal)).MaxBy(t => t.Trust);
        if (context is not null && !told.Exists(t => t.Kind is StatementKind.Home or StatementKind.Told or StatementKind.Spoken && t.Words.Contains(words, StringComparison.Ordinal))) return context with { Words = words, Trust = Math.Max(context.Trust, 0.4) };
        return new HomeStatement(StatementKind.Home, words, LandmarkWord().IsMatch(words) ? Landmark : LevelWord().IsMatch(words) ? Named : Bare);
    }

    public static HomeStatement? Name(string heard)
    {
        var name = Remarks().Replace(heard, "").Trim();
        return name.Length < 2 || name[0] is 'X' or 'x' or '某' or '小' or '老' or '阿' || name[0] == name[1] || Names.Surnames.Of(name.Replace('X', '明').Replace('某', '明')) is not { } surname ? null : new HomeStatement(StatementKind.PersonName, surname, Surname);
    }

    /// <summary>A word of dialect, a syllable said as another, or a feature of speech ("n l 不分").</summary>
    public static IEnumerable<HomeStatement> Speech(string noted)
    {
        if (noted.Length is 0 or > 80) yield break;
        var shifts = Shift().Matches(noted);
        foreach (Match m in shifts) yield return new HomeStatement(StatementKind.Shift, $"{m.Groups["from"].Value}>{m.Groups["to"].Value}", 1);
        if (shifts.Count > 0) yield break;
        var quoted = Quoted().Matches(noted);
        foreach (Match m in quoted) yield return new HomeStatement(StatementKind.Word, m.Groups["w"].Value, DialectWord);
        if (quoted.Count > 0) yield break;
        foreach (var word in noted.Split(['、', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return new HomeStatement(StatementKind.Word, Remarks().Replace(word, ""), DialectWord);
        if (noted.Contains('、', StringComparison.Ordinal)) yield return new HomeStatement(StatementKind.Word, noted, DialectWord);
    }

    public static HomeStatement? Accent(string judged) => judged.Length is < 2 or > 200 ? null : new HomeStatement(StatementKind.Accent, judged, AccentTrust(judged));

    /// <summary>How surely a judgement of an accent speaks of home: a speech mixed with where the person has lived since says little.</summary>
    public static double AccentTrust(string judged) => Mixed().IsMatch(judged) ? 0.15 : Unsure().IsMatch(judged) ? 0.65 : 0.78;
}
