using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Ages in years: "60-65岁", "六十多岁", "四十岁左右", "七旬", "一岁半", "8个月".</summary>
internal sealed partial class Ages : FactFamily
{
    /// <summary>Years to either side of an age said as "about".</summary>
    private const double About = 2;

    private const string N = ChineseNumber.Pattern;

    [GeneratedRegex($@"(?:今年|现年|虚岁|虚|年约)?(?<about>约|大约|大概|看上去|看起来|估计|可能|目测|年近|近|不到|未满)?(?:有)?(?<low>{N})(?:周)?(?:岁)?(?:[-~至到]|或)?(?<high>{N})?(?<more>多|来|几|余|出头)?(?:周)?岁(?<half>半)?(?<after>左右|上下|出头|以上|多|的?时候?|那年|离家|走失|被拐|开始)?", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex($@"(?<ten>[一二三四五六七八九])旬(?!老?板)|(?<months>{N})个?月(?:大|龄)", RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex($@"年龄[:\s]{{1,3}}约?(?<n>\d{{1,3}})(?:\s*[-~至到]\s*(?<m>\d{{1,3}}))?(?!\s*\d|岁|\s*[-~至到]|个)", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex("(?:儿子|女儿|孙子|孙女|爷爷|奶奶|父亲|母亲|爸|妈|弟|哥|姐|妹|丈夫|妻子|老伴|孩子)[^,。;\n]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    /// <summary>"四十出头", standing alone.</summary>
    [GeneratedRegex("(?<=^|[,。;\\n、|(])(?:今年|现年|约|大约|大概)?(?<n>[二三四五六七八九]十[一二三四五六七八九]?)(?<tail>出头|左右|上下)(?=$|[,。;\\n、|)])", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutUnit();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Age];

    public override void Find(string text, List<ReadFact> found)
    {
        if (text.Contains('岁', StringComparison.Ordinal))
        {
            foreach (Match m in Years().Matches(text))
            {
                if (m.Groups["after"].Value is "时" or "的时" or "的时候" or "时候" or "那年" or "离家" or "走失" or "被拐" or "开始") continue;
                if (Relative().IsMatch(text[Math.Max(0, m.Index - 9)..m.Index])) continue;
                if (Range(m) is { } range) found.Add(Fact(FactKind.Age, m, range.ToString()));
            }
        }
        foreach (Match m in Other().Matches(text))
            if (OtherRange(m) is { } range) found.Add(Fact(FactKind.Age, m, range.ToString()));
        foreach (Match m in WithoutUnit().Matches(text))
            if (Years().Match(m.Groups["n"].Value + "岁" + m.Groups["tail"].Value) is { Success: true } y && Range(y) is { } range) found.Add(Fact(FactKind.Age, m, range.ToString()));
        foreach (Match m in Labelled().Matches(text))
            if (Bare(m) is { } range) found.Add(Fact(FactKind.Age, m, range.ToString()));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        if (NumberRange.TryParse(asHeard, out var canonical) && canonical is { Low: >= 0, High: <= 130 }) return canonical.ToString();
        if (Years().Match(asHeard) is { Success: true } m && Range(m) is { } range) return range.ToString();
        if (Other().Match(asHeard) is { Success: true } o && OtherRange(o) is { } other) return other.ToString();
        if (Years().Match(asHeard.Trim() + "岁") is { Success: true } withUnit && Range(withUnit) is { } implied) return implied.ToString();
        if (Labelled().Match("年龄:" + asHeard.Trim()) is { Success: true } l && Bare(l) is { } bare) return bare.ToString();
        return Words(asHeard)?.ToString();
    }

    private static NumberRange? Range(Match m)
    {
        var about = m.Groups["about"].Value;
        var after = m.Groups["after"].Value;
        var more = m.Groups["more"].Value;
        if (Ends(m.Groups["low"].Value, m.Groups["high"].Value) is not var (low, high)) return null;
        if (m.Groups["half"].Success) (low, high) = (low + .5, high + .5);
        if (after == "多") more = after;
        if (low == high)
        {
            (low, high) = (more, after, about) switch
            {
                ("多" or "几" or "余", _, _) => (low, low % 10 == 0 ? low + 9 : low + 1),
                ("来", _, _) => (low - 3, low + 3),
                ("出头", _, _) or (_, "出头", _) => (low, low + 3),
                (_, "以上", _) => (low, low + 15),
                (_, _, "年近" or "近") => (low - 3, low),
                (_, _, "不到" or "未满") => (low - 4, low - 1),
                (_, "左右" or "上下", _) => (low - 3, low + 3),
                (_, _, { Length: > 0 }) => (low - About, low + About),
                _ => (low, high),
            };
        }
        return high > 120 ? null : new NumberRange(Math.Max(0, low), Math.Max(0, high));
    }

    /// <summary>Both ends; "四五十" is 40 to 59, "六七" is 6 to 7, "十七八" is 17 to 18.</summary>
    private static (double Low, double High)? Ends(string low, string high)
    {
        if (high.Length > 0) return ChineseNumber.Read(low) is { } l && ChineseNumber.Read(high) is { } h && h >= l ? (l, h) : null;
        if (low.Length == 3 && low[2] == '十' && Next(low[0], low[1]) is { } tens) return (tens * 10, tens * 10 + 19);
        if (low.Length >= 2 && low[0] is not (>= '0' and <= '9') && Next(low[^2], low[^1]) is { } unit && ChineseNumber.Read(low[..^2]) is var before && (low.Length == 2 || low[^3] == '十'))
            return ((before ?? 0) + unit, (before ?? 0) + unit + 1);
        return ChineseNumber.Read(low) is { } n ? (n, n) : null;
    }

    private static int? Next(char a, char b) => ChineseNumber.Digit(a) is { } x and > 0 && ChineseNumber.Digit(b) == x + 1 ? x : null;

    private static NumberRange? OtherRange(Match m)
    {
        if (m.Groups["ten"].Success && ChineseNumber.Read(m.Groups["ten"].Value) is { } ten) return new NumberRange(ten * 10, ten * 10 + 9);
        return ChineseNumber.Read(m.Groups["months"].Value) is { } months and <= 36 ? new NumberRange(Math.Round(months / 12, 2), Math.Round(months / 12, 2)) : null;
    }

    private static NumberRange? Bare(Match m)
    {
        var low = ChineseNumber.Read(m.Groups["n"].Value);
        var high = m.Groups["m"].Success ? ChineseNumber.Read(m.Groups["m"].Value) : low;
        return low is { } l and <= 120 && high is { } h and <= 120 ? new NumberRange(l, h) : null;
    }

    private static NumberRange? Words(string words) =>
        words.Contains('婴', StringComparison.Ordinal) ? new NumberRange(0, 1)
        : words.Contains("儿童", StringComparison.Ordinal) ? new NumberRange(3, 12)
        : words.Contains("少年", StringComparison.Ordinal) ? new NumberRange(10, 18)
        : words.Contains("青年", StringComparison.Ordinal) ? new NumberRange(18, 38)
        : words.Contains("中老年", StringComparison.Ordinal) ? new NumberRange(45, 75)
        : words.Contains("中年", StringComparison.Ordinal) ? new NumberRange(35, 60)
        : words.Contains('老', StringComparison.Ordinal) ? new NumberRange(60, 90) : null;
}
