using System.Text.RegularExpressions;

namespace FamilyReunite.Clues.Notices;

/// <summary>Finds how many people a text speaks of and where it turns from one to the next.</summary>
internal static partial class PersonCutter
{
    private const string Noun = "阿姨|大爷|女性|男性|男子|女子|男童|女童|男孩|女孩|男生|女生|老人|老太太?|老汉|婴儿|男婴|女婴|大妈|大娘|大叔|孩子|妇女|少年|少女|姑娘|小伙子?|儿童|青年|受助人员?|走失者|人(?![民员口们])|男(?!士兵)|女";

    [GeneratedRegex(@"(?:^|[\n。;!:])\s*(?:\(?\d{1,2}[)、.]\s*|[①②③④⑤⑥⑦⑧⑨]\s*|[一二三四五六七八九]、\s*)?(?<name>(?:[一-鿿·]|X|\*|×){1,12})\s*[,(、|]\s*(?:性别:?)?(?:男|女)(?:性|孩|童)?\s*(?=[,)。、|]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndSex();

    [GeneratedRegex(@"(?:^|[\n。;])\s*(?<mark>\(?\d{1,2}[)、.](?!\d)|[①②③④⑤⑥⑦⑧⑨]|[一二三四五六七八九]、|\([一二三四五六七八九]\))(?=[^\n:]{0,18}?(?:男|女|岁))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex($@"(?:(?<=^|[\n。;!?])|(?<=[,:])(?=另|其中|还有|第))\s*(?:其中|还有|以及)?(?<order>(?:另外?(?:一|两)?|第[一二三四五六]|剩下的?(?:那|一)?|其余的?(?:那|一)?|最后(?:的?那)?一?|一|那)(?:位|名|个)|另有一[位名个])(?<what>[^,。;\n]{{0,10}}?(?:{Noun}))", RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?<=^|[\n。;,:!、])(?:其中)?(?<who>大?(?:哥哥|弟弟|姐姐|妹妹)|老[大二三]|[大小二三]?(?:女儿|儿子)|母亲|妈妈|父亲|爸爸|奶奶|爷爷|孙子|孙女|丈夫|妻子)(?:叫|名叫|是|:)?(?:[一-鿿X]{1,4})?[,( ]*(?:男|女)?[,、 ]*(?:今年|现年|约)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:个月|周?岁)|(?:19|20)\d\d年)", RegexOptions.CultureInvariant)]
    private static partial Regex Kin();

    [GeneratedRegex(@"(?:两|二|三|四|五|[2-9])(?:名|位|个|人)|[兄姐]弟|[兄姐]妹|兄弟|母[子女]|父[子女]|夫妻|夫妇|一家[三四]口|祖孙|双胞胎", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    /// <summary>Where each person begins; empty for a text about one. <c>Kin</c>: they are of one family, told apart by kinship.</summary>
    public static (List<int> At, bool Kin) Cuts(string text, IReadOnlyList<LabelledValue> values)
    {
        if (Blocks(text, values) is { Count: > 1 } blocks) return (blocks, false);
        if (Numbered().Matches(text) is { Count: > 1 } numbered) return ([.. numbered.Select(m => m.Groups["mark"].Index)], false);
        if (Starts(NameAndSex().Matches(text)) is { Count: > 1 } named) return (named, false);
        var told = Told().Matches(text).Where(m => m.Groups["order"].Value[0] != '那').ToList();
        if (told.Count > 1) return ([.. Told().Matches(text).Where(m => m.Groups["order"].Value[0] != '那' || m.Index > told[0].Index && IsNew(m, text)).Select(m => m.Groups["order"].Index)], false);
        var kin = Kin().Matches(text).ToList();
        return kin.Count > 1 && Several().IsMatch(text) && kin.Select(m => m.Groups["who"].Value).Distinct().Count() > 1 ? ([.. kin.Select(m => m.Groups["who"].Index)], true) : ([], false);
    }

    /// <summary>"那位大爷" is somebody new when nobody was called so before.</summary>
    private static bool IsNew(Match m, string text) =>
        m.Groups["what"].Value is { Length: >= 2 } what && text.IndexOf(what[^2..], StringComparison.Ordinal) >= m.Index;

    private static List<int> Starts(IEnumerable<Match> matches) => [.. matches.Select(m => m.Groups["name"].Index)];

    /// <summary>A form that is filled in more than once: its first label comes again.</summary>
    private static List<int> Blocks(string text, IReadOnlyList<LabelledValue> values)
    {
        var cuts = new List<int>();
        foreach (var kind in (ReadOnlySpan<Domain.Facts.FactKind>)[Domain.Facts.FactKind.Name, Domain.Facts.FactKind.Sex])
        {
            foreach (var v in values)
                if (v.Kind == kind && v.End > v.Start) cuts.Add(v.Label);
            if (cuts.Count > 1) return cuts;
            cuts.Clear();
        }
        return cuts;
    }
}
