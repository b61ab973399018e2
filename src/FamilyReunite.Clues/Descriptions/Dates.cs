using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>One date in words, solar or lunar: "1986年冬", "约86年", "农历腊月十二", "2012.9.23", "1991年03月23日(阴历)".</summary>
internal static partial class Dates
{
    private const string Figures = "[一二三四五六七八九十〇零]";

    [GeneratedRegex($@"(?<about>约|大约|大概)?(?<cal>农历|阴历|旧历|阳历|公历|新历)?\s*(?:(?<y>(?:1[89]|20)\d\d|\d\d(?=年)|[一二][一二三四五六七八九〇零]{{3}}(?=年)|[四五六七八九〇零][一二三四五六七八九〇零](?=年))\s*(?:年|[-./](?=\d)))(?<season>年?(?:春|夏|秋|冬|初|底|末|前后|左右|上半年|下半年))?\s*(?<cal3>农历|阴历|旧历|阳历|公历|新历)?(?:(?<leap>闰)?(?<m>\d{{1,2}}|{Figures}{{1,2}}|正|冬|腊)\s*(?:月份?|[-./](?=\d))\s*(?:(?<d>\d{{1,2}}|初{Figures}|廿{Figures}?|{Figures}{{1,3}})(?:日|号|\b|(?=[^\d一-鿿]|$|\())?)?)?(?<cal2>\s*\((?:农历|阴历|旧历|阳历|公历|新历)\))?", RegexOptions.CultureInvariant)]
    private static partial Regex WithYear();

    [GeneratedRegex($@"(?<cal>农历|阴历|旧历|阳历|公历|新历)?\s*(?<m>\d{{1,2}}|{Figures}{{1,2}}|正|冬|腊)月(?<d>\d{{1,2}}(?=日|号)|初{Figures}|廿{Figures}?|{Figures}{{1,3}})(?:日|号)?(?<cal2>\((?:农历|阴历|旧历|阳历|公历|新历)\))?", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d\d)(?:(?<m>\d\d)(?<d>\d\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    /// <summary>Every date in a text with where it stands, in order.</summary>
    public static IEnumerable<(PartialDate Date, Match At)> In(string text)
    {
        var end = 0;
        foreach (var m in WithYear().Matches(text).Concat(WithoutYear().Matches(text)).OrderBy(m => m.Index).ThenByDescending(m => m.Length))
        {
            if (m.Index < end) continue;
            if (IsDuration(text, m) || Read(m) is not { } date) continue;
            end = m.Index + m.Length;
            yield return (date, m);
        }
    }

    public static PartialDate? Understand(string text)
    {
        var t = text.Trim();
        if (PartialDate.TryParse(t, out var canonical)) return canonical;
        var c = Compact().Match(t);
        if (c.Success) return Valid(new PartialDate(Number(c.Groups["y"]), Number(c.Groups["m"]), Number(c.Groups["d"])));
        foreach (var (date, _) in In(t)) return date;
        // a year alone in two figures ("86") is what forms hold, not running text
        return t.Length is 2 or 4 && t.All(char.IsAsciiDigit) && Year(t) is { } y ? new PartialDate(y) : null;
    }

    /// <summary>"生活35年", "30年前": two figures and 年 alone are a date only where they stand apart or somebody was born.</summary>
    private static bool IsDuration(string text, Match m)
    {
        if (m.Groups["y"].Length != 2 || m.Groups["m"].Success || m.Groups["season"].Success || m.Groups["cal"].Success) return false;
        var after = m.Index + m.Length < text.Length ? text[m.Index + m.Length] : ',';
        if (after is '出' or '生') return false;
        return (m.Index > 0 && PlainText.IsHan(text[m.Index - 1])) || PlainText.IsHan(after);
    }

    private static PartialDate? Read(Match m)
    {
        int? year = m.Groups["y"].Success ? Year(m.Groups["y"].Value) : null;
        if (m.Groups["y"].Success && year is null) return null;
        var monthWord = m.Groups["m"].Value;
        int? month = monthWord switch { "" => null, "正" => 1, "冬" => 11, "腊" => 12, _ => (int?)ChineseNumber.Read(monthWord) };
        var day = Day(m.Groups["d"].Value);
        var calendar = m.Groups["cal"].Value + m.Groups["cal3"].Value + m.Groups["cal2"].Value;
        var lunar = calendar.Contains('农', StringComparison.Ordinal) || calendar.Contains('阴', StringComparison.Ordinal) || calendar.Contains('旧', StringComparison.Ordinal)
            || (calendar.Length == 0 && (monthWord is "正" or "冬" or "腊" || m.Groups["d"].Value is ['初' or '廿', ..]));
        return Valid(new PartialDate(year, month, day, lunar ? DateCalendar.Lunar : DateCalendar.Solar, m.Groups["about"].Success || m.Groups["season"].Success));
    }

    private static int? Day(string word)
    {
        if (word.Length == 0) return null;
        if (word[0] == '初') return (int?)ChineseNumber.Read(word[1..]);
        if (word[0] == '廿') return 20 + (word.Length > 1 ? (int)(ChineseNumber.Read(word[1..]) ?? 0) : 0);
        return (int?)ChineseNumber.Read(word);
    }

    /// <summary>Two figures mean 1931 to 2030.</summary>
    private static int? Year(string word)
    {
        if (ChineseNumber.Read(word) is not { } n) return null;
        var y = (int)n;
        if (word.Length == 2) y += y > 30 ? 1900 : 2000;
        return y is >= 1850 and <= 2100 ? y : null;
    }

    private static int? Number(Group g) => g.Success ? (int?)ChineseNumber.Read(g.Value) : null;

    /// <summary>The canonical form as the domain reads it back, without a day that cannot be.</summary>
    private static PartialDate? Valid(PartialDate date)
    {
        if (date.Year is null && (date.Month is null || date.Day is null)) return null;
        if (PartialDate.TryParse(date.ToString(), out var read)) return read;
        return PartialDate.TryParse((date with { Day = null }).ToString(), out read) ? read : date.Year is { } y && PartialDate.TryParse((date with { Month = null, Day = null }).ToString(), out read) ? read : null;
    }
}
