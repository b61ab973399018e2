using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>Places that a notice's sentences name, also those that no list of divisions knows (a hospital, a crossroads), and homes marked as heard.</summary>
internal sealed partial class NoticePlaces : FactFamily
{
    private const string Kind = "省|市|县|区|州|盟|旗|乡|镇|村|屯|庄|组|路|街|巷|道|口|站|院|校|学|园|场|桥|店|馆|所|厂|市场|广场|大楼|楼|河|山|海|湖|庙|寺|银行|超市|附近|旁|门前|门口|一带|路口|村口|家中|家里|自家|家|内|上|边|处|一带";

    [GeneratedRegex($@"(?:在|于|从|到|至|沿)(?<p>[一-鿿A-Za-z0-9·]{{1,36}}?(?:{Kind}))(?:中|里)?(?:时|后|买菜|散步|看病|打工|[与和跟同](?:家人|亲人|父母|母亲|父亲|奶奶|爷爷|外婆|外公|哥哥|姐姐|妈妈|爸爸|丈夫|妻子|儿子|女儿|家属|同乡|工友|老乡|同伴)|外出|独自|突然|不慎|走路|被人|被|拐?骗?)*(?<what>走失|失踪|走散|走丢|丢失|迷路|失联|失去联系|拐走|抱走|离家|离开|出走|走出|出门|外出|(?:被)?发现|救助(?!管理|站)|捡到|拾到|捡拾|遗弃|流浪)", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex($@"(?<what>走失|失踪|走散|走丢|失联|被拐|丢失|发现|捡到|拾到|救助|捡拾|遗弃|流浪)(?:于|在)(?<p>[一-鿿A-Za-z0-9·]{{2,36}}?(?:{Kind}))(?=[,。;\n)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex($@"(?:在|于)(?<p>[一-鿿A-Za-z0-9·]{{2,36}}?)(?:发现|捡到|拾到|捡拾到?|救助|拾得)(?:了|到)?[一两几][名个位]", RegexOptions.CultureInvariant)]
    private static partial Regex FoundSomebody();

    [GeneratedRegex(@"[“""「『]?(?<p>[一-鿿X]{2,16})[”""」』]?\s*\((?:[^()]{0,4})(?:音|谐音|听音|音译|同音|音似)[^()]{0,6}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Heard();

    [GeneratedRegex(@"(?:家在|家住|家里住|老家(?:是|在)?|家乡(?:是|在)?|住在|来自|来自于|从|是|地方叫做?|村子?叫做?|地名叫?|镇叫|县叫|只说|说是|住址|回|去|提到|念叨|哪里[,，][^。\n]{0,16}说)(?:一个叫|的?地方叫)?[“""「『]?$", RegexOptions.CultureInvariant)]
    private static partial Regex HomeBefore();

    [GeneratedRegex("(?:名叫|姓名|名字|自称叫|叫做|父亲|母亲|哥|弟|姐|妹|儿子|女儿|妻子|丈夫|爸|妈|自称|乳名|小名|叫)[是为叫:,]{0,2}[“\"「『]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBefore();

    [GeneratedRegex("(?:省|市|县|区|州|旗|镇|乡|村|屯|庄|沟|坝|寨|湾|坪|组|队|山|河)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceWord();

    [GeneratedRegex(@"(?:自称|自述|自诉|疑似|疑为|可能(?:是|为)?|好像是?|应该是|大概是|或为|系|是|为|[,。;\n:(]|^)\s*(?<p>(?:[一-鿿]{2,12}(?:省|市|县|区|州|旗|镇|乡|村)|北京|天津|河北|山西|内蒙古?|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)(?:[一-鿿]{0,10}?)(?:(?:或|、|或者)[一-鿿]{2,8}?)?)(?:一带|那边|附近)?(?:的)?(?:人(?=[,。;\n)]|$)|人士|籍(?:[,。男女]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Native();

    [GeneratedRegex("走失|失踪|走散|走丢|丢失|迷路|失联|失去联系|拐|抱走|离家|离开|出走|走出|出门|外出", RegexOptions.CultureInvariant)]
    private static partial Regex IsMissing();

    /// <summary>The time may stand between the preposition and the place.</summary>
    [GeneratedRegex("^.*(?:日|号|月|年|时许?|分许?|上午|下午|早上|晚上|中午|傍晚|凌晨|清晨|点钟?|左右|夜里?)(?:从|在|于|到)", RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex("^.*(?:自称|自述|自诉|疑似|疑为|可能|好像|应该|大概|说是?|(?<=[称述诉能像该概似])[是为在])(?=[一-鿿]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Saying();

    [GeneratedRegex("[与和跟同](?:家人|亲人|父母|母亲|父亲|奶奶|爷爷|外婆|外公|哥哥|姐姐|妈妈|爸爸|丈夫|妻子|儿子|女儿|家属|同乡|工友|老乡|同伴)$", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    /// <summary>"家住江夏区的黄婆婆" speaks of her, not of the place.</summary>
    [GeneratedRegex("(?<=省|市|县|区|州|旗|镇|乡|村)的.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex("流浪|乞讨|徘徊|游荡|附近|打工|住院|治疗", RegexOptions.CultureInvariant)]
    private static partial Regex NoHome();

    [GeneratedRegex("^(?:这里|那里|家里|家|自家|当地|本地|外地|外|路上|途中|市内|市里|该市|我市|我县|辖区|一家|.{0,6}(?:派出所|公安局|民警))$", RegexOptions.CultureInvariant)]
    private static partial Regex NoPlace();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.HomePlace, FactKind.HomeHeard, FactKind.FoundPlace, FactKind.MissingPlace];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in FoundSomebody().Matches(text)) Add(FactKind.FoundPlace, m.Groups["p"], found);
        foreach (Match m in Before().Matches(text).Concat(After().Matches(text)))
        {
            var what = m.Groups["what"].Value;
            Add(IsMissing().IsMatch(what) ? FactKind.MissingPlace : FactKind.FoundPlace, m.Groups["p"], found);
        }
        foreach (Match m in Heard().Matches(text))
        {
            var before = text[Math.Max(0, m.Groups["p"].Index - 24)..m.Groups["p"].Index];
            if (!NameBefore().IsMatch(before) ? PlaceWord().IsMatch(m.Groups["p"].Value) || HomeBefore().IsMatch(before) : PlaceWord().IsMatch(m.Groups["p"].Value) && m.Groups["p"].Length > 3) Add(FactKind.HomeHeard, m.Groups["p"], found);
        }
        foreach (Match m in Native().Matches(text)) Add(FactKind.HomePlace, m.Groups["p"], found);
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (!Kinds.Contains(found[i].Kind)) continue;
            if (Trimmed(found[i]) is { } trimmed) found[i] = trimmed;
            else found.RemoveAt(i);
        }
    }

    /// <summary>A place without the words of saying before it and those of company behind it; null when it is no place of that kind.</summary>
    private static ReadFact? Trimmed(ReadFact f)
    {
        if (f.Kind == FactKind.HomePlace && NoHome().IsMatch(f.AsHeard)) return null;
        var skip = f.Kind == FactKind.HomePlace ? Saying().Match(f.AsHeard).Length : When().Match(f.AsHeard).Length;
        var words = f.AsHeard[skip..];
        if (f.Kind == FactKind.HomePlace && Attribute().Match(words) is { Success: true } a) words = words[..a.Index];
        if (Company().Match(words) is { Success: true, Index: > 1 } c) words = words[..c.Index];
        return words.Length < 2 ? null : f with { AsHeard = words, Start = f.Start + skip, Length = words.Length };
    }

    private static void Add(FactKind kind, Group place, List<ReadFact> found)
    {
        var skip = When().Match(place.Value).Length;
        var (start, end) = (place.Index + skip, place.Index + place.Length);
        if (end - start < 2 || NoPlace().IsMatch(place.Value[skip..]) || found.Exists(f => f.Kind == kind && f.Start < end && start < f.Start + f.Length && f.Length >= end - start)) return;
        found.RemoveAll(f => f.Kind == kind && f.Start >= start && f.Start + f.Length <= end);
        found.Add(new ReadFact(kind, place.Value[skip..], null, start, end - start));
    }
}
