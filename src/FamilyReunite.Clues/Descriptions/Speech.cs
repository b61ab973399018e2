using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Accents, languages, dialect words and ethnic groups.</summary>
internal sealed partial class Speech : FactFamily
{
    private const string Groups = "汉|蒙古|回|藏|维吾尔|维|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺";
    private const string Tongues = "普通话|粤语|闽南语|闽南话|客家话|潮汕话|潮州话|上海话|晋语|吴语|白话|官话|手语|英语|桂柳话|汉语|彝语|藏语|维语|苗语|壮语|蒙语|侗语|傣语|黎语|瑶语|白语";

    [GeneratedRegex(@"(?:[带有操讲说听像]|一口|浓重的?|比较重的?|是)?(?<what>[一-鿿]{1,6}?(?:口音|腔调|方言|土话))", RegexOptions.CultureInvariant)]
    private static partial Regex Accent();

    [GeneratedRegex(@"^(?:口音|方言|带|有|操|听|像|是|讲|说|会|一口|疑似|浓重的?|比较重的?|的|当地话?[,,]|:)+", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex($@"(?<not>不会?|听不懂)?(?:[讲说操会懂是带]|能听懂|一口|只|少量){{0,6}}(?<what>{Tongues}|(?:北京|天津|河北|山西|内蒙古?|东北|辽宁|吉林|黑龙江|上海|江苏|苏北|浙江|江浙|安徽|皖北|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|温州|潮州|苏州|宁波|(?:{Groups})族?)(?:话|语))", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex($@"(?<maybe>疑似|疑为|可能是|好像是)?(?<![一-鿿](?=族))(?<what>(?:{Groups})族)(?!自治|口音|话|语|乡|村|镇)|民\s{{0,4}}族\s*[:为]\s*(?<maybe>疑似|疑为)?(?<what>(?:{Groups})族?)(?=[^一-鿿]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Ethnic();

    [GeneratedRegex("(?:会说|常说|爱说|口头禅|反复说|说|[把管][^,。]{1,8}?(?:说成|读成|念成|喊成?|喊作|叫做?|叫作|称为?|称作))(?<words>(?:、?[“\"「‘][^”\"」’]{1,4}[”\"」’]){1,8})", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("[“\"「‘](?<w>[^”\"」’]{1,4})[”\"」’]", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex("^.*(?:说话|带有?|操着?|说|讲|像是?|是|均|都|似乎?|夹杂)(?=[一-鿿]{2,6}(?:口音|方言|土话|腔调))", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex("(?:[讲说操]|一口)(?:一口|着|的是|得|点){0,2}(?<what>[一-鿿]{2,4}话)(?=[,。;、\n)|]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LocalTongue();

    [GeneratedRegex("普通|[说听讲的好笑家电大实坏几句]话|当地|本地|不|少量|简单|什么", RegexOptions.CultureInvariant)]
    private static partial Regex NoTongue();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Accent, FactKind.Language, FactKind.DialectWord, FactKind.Ethnicity];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in Accent().Matches(text))
            if (Trimmed(m.Groups["what"].Value) is { Length: > 2 } what && what is not ("说方言" or "带口音" or "听口音" or "从口音") && !what.Contains('与', StringComparison.Ordinal)) found.Add(new ReadFact(FactKind.Accent, what, what, m.Groups["what"].Index + m.Groups["what"].Length - what.Length, what.Length));
        foreach (Match m in Language().Matches(text))
        {
            if (m.Groups["not"].Success) continue;
            var what = m.Groups["what"];
            var national = what.Value is "普通话" or "手语" or "英语" or "汉语" || Minority(what.Value);
            found.Add(new ReadFact(national ? FactKind.Language : FactKind.Accent, what.Value, what.Value, what.Index, what.Length));
        }
        foreach (Match m in LocalTongue().Matches(text))
            if (m.Groups["what"] is var local && !NoTongue().IsMatch(local.Value) && !found.Exists(f => f.Kind is FactKind.Accent or FactKind.Language && f.Start < local.Index + local.Length && local.Index < f.Start + f.Length)) found.Add(new ReadFact(FactKind.Accent, local.Value, local.Value, local.Index, local.Length));
        foreach (Match m in Ethnic().Matches(text))
        {
            var what = m.Groups["what"];
            found.Add(new ReadFact(FactKind.Ethnicity, m.Groups["maybe"].Value + what.Value, Short(what.Value), m.Groups["maybe"].Success ? m.Groups["maybe"].Index : what.Index, m.Groups["maybe"].Length + what.Length));
        }
        foreach (Match m in Quoted().Matches(text))
            foreach (Match w in Inside().Matches(m.Groups["words"].Value))
                found.Add(new ReadFact(FactKind.DialectWord, w.Groups["w"].Value, w.Groups["w"].Value, m.Groups["words"].Index + w.Groups["w"].Index, w.Groups["w"].Length));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        var words = asHeard.Trim();
        if (words.Length == 0) return null;
        if (kind == FactKind.Ethnicity) return Ethnic().Match("民族:" + words) is { Success: true } m ? Short(m.Groups["what"].Value) : null;
        return kind == FactKind.Accent && Trimmed(words) is { Length: > 0 } bare ? bare : words;
    }

    /// <summary>"维吾尔族" → "维吾尔".</summary>
    public static string Short(string group) => group.TrimEnd('族') is var bare && bare == "维" ? "维吾尔" : bare;

    private static bool Minority(string tongue) => tongue.Contains('族', StringComparison.Ordinal) || tongue[^1] == '语' && tongue is not ("粤语" or "闽南语" or "吴语") || tongue is "瑶话" or "壮话" or "侗话" or "苗话";

    private static string Trimmed(string accent)
    {
        var bare = Lead().Replace(accent, "");
        // "某县某乡白族口音": the people or place right before the word counts
        var outer = bare.AsSpan(0, Math.Max(0, bare.Length - 4)).LastIndexOfAny("县乡镇村市");
        if (outer >= 0) bare = bare[(outer + 1)..];
        var verb = Verb().Match(bare);
        if (verb.Success && bare.Length - verb.Length > 2) bare = bare[verb.Length..];
        // a longer run of words before "口音" is a sentence: its last two characters name the area
        if (bare.Length > 6 && bare.EndsWith("口音", StringComparison.Ordinal)) bare = bare[^4..];
        return bare.Length > 0 ? bare : accent;
    }
}
