using System.Text.RegularExpressions;
using FamilyReunite.Clues.Names;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Relatives with their names and numbers: "父亲李建华", "哥哥2个", "还有两个哥哥", "儿子叫小军".</summary>
internal sealed partial class FamilyMembers : FactFamily
{
    private const string Relations = "父亲|爸爸|老爸|爹|父|母亲|妈妈|老妈|娘|母|哥哥|大哥|二哥|三哥|哥|弟弟|小弟|弟|兄弟|姐姐|大姐|二姐|三姐|姐|妹妹|小妹|妹|姐妹|姊妹|儿子|儿|女儿|闺女|孩子|子女|丈夫|老公|妻子|老婆|媳妇|老伴|爷爷|祖父|外公|姥爷|奶奶|祖母|外婆|姥姥|叔叔|伯伯|大伯|伯父|舅舅|姑父|姨父|叔|姑姑|姑妈|阿姨|姨妈|舅妈|婶婶|堂哥|堂弟|表哥|表弟|表姐|表妹|堂姐|堂妹|孙子|孙女|外孙女|外孙";

    [GeneratedRegex($@"^(?:家里|家中|家庭成员|家人|其|还|另|育|生|他|她|自称|自述|说)*[有是:]?(?:上有|下有)?(?:(?<n>{ChineseNumber.Pattern})?\s*[个名位]|(?<n>{ChineseNumber.Pattern})\s*)?亲?(?<rel>{Relations})(?:[有:]?(?<n2>{ChineseNumber.Pattern})\s*[个名位人])?(?<rest>.{{0,16}})$", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"^(?:名字叫|名字|姓名|名叫|叫做|叫|是|名|:|\s|[“""「(])*(?<name>[一-鿿·•]{2,6})[”""」)]?\s*(?:\(?音\)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("去世|已故|介绍|病故|双亲|打工|开车|带走|离婚|一起|身体|走失|联系|年龄|患|说|做|住在|家住|不详|不清|已经|工作|当兵|报案|陪|放学|改嫁|在[家外]|上学|幼儿园|亲戚|[过了着来去的]$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();

    [GeneratedRegex("^[:叫名]?(?:[X×*]+某*|[一-鿿]?某+|[一-鿿][X×*]+)(?=$|,|已|\\()", RegexOptions.CultureInvariant)]
    private static partial Regex Withheld();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Family];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var c in Clause.Of(text, lists: true))
            if (c.Text.Length <= 28 && Read(c.Text, field: false) is { } member) found.Add(Fact(FactKind.Family, c, member.ToString()));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        var words = asHeard.Trim();
        if (FamilyMember.TryParse(words, out var canonical)) return canonical.ToString();
        return Read(words, field: true)?.ToString();
    }

    private static FamilyMember? Read(string words, bool field)
    {
        if (Member().Match(words) is not { Success: true } m) return null;
        var relation = Relation(m.Groups["rel"].Value);
        var count = Count(m.Groups["n"]) ?? Count(m.Groups["n2"]);
        var rest = m.Groups["rest"].Value.Trim();
        if (rest.Length == 0) return field || count is not null || m.Groups["rel"].Length > 1 ? new FamilyMember(relation, null, count) : null;
        if (NotAName().IsMatch(rest)) return m.Groups["rel"].Length > 1 && (rest.StartsWith('已') || rest.StartsWith("去世", StringComparison.Ordinal)) ? new FamilyMember(relation, null, count) : null;
        if (Withheld().IsMatch(rest)) return new FamilyMember(relation, null, count);
        if (Named().Match(rest) is not { Success: true } n) return field ? new FamilyMember(relation, null, count) : null;
        var name = n.Groups["name"].Value;
        // in running text a bare name needs a surname or a word that says it is one
        if (!field && name.Length == rest.Length && name.Length > 3 && Surnames.Of(name) is null && !name.Contains('·', StringComparison.Ordinal)) return null;
        return new FamilyMember(relation, NameReader.Read(name, heardOnly: false, minority: false) is null ? null : name, count);
    }

    private static int? Count(Group g) => g.Success && ChineseNumber.Read(g.Value) is { } n and >= 1 and <= 20 ? (int)n : null;

    private static Relation Relation(string word) => word switch
    {
        "父亲" or "爸爸" or "老爸" or "爹" or "父" => Domain.Values.Relation.Father,
        "母亲" or "妈妈" or "老妈" or "娘" or "母" => Domain.Values.Relation.Mother,
        "哥哥" or "大哥" or "二哥" or "三哥" or "哥" => Domain.Values.Relation.ElderBrother,
        "弟弟" or "小弟" or "弟" => Domain.Values.Relation.YoungerBrother,
        "兄弟" => Domain.Values.Relation.Brother,
        "姐姐" or "大姐" or "二姐" or "三姐" or "姐" => Domain.Values.Relation.ElderSister,
        "妹妹" or "小妹" or "妹" => Domain.Values.Relation.YoungerSister,
        "姐妹" or "姊妹" => Domain.Values.Relation.Sister,
        "儿子" or "儿" => Domain.Values.Relation.Son,
        "女儿" or "闺女" => Domain.Values.Relation.Daughter,
        "孩子" or "子女" => Domain.Values.Relation.Child,
        "丈夫" or "老公" => Domain.Values.Relation.Husband,
        "妻子" or "老婆" or "媳妇" => Domain.Values.Relation.Wife,
        "爷爷" or "祖父" or "外公" or "姥爷" => Domain.Values.Relation.Grandfather,
        "奶奶" or "祖母" or "外婆" or "姥姥" => Domain.Values.Relation.Grandmother,
        "叔叔" or "伯伯" or "大伯" or "伯父" or "舅舅" or "姑父" or "姨父" or "叔" => Domain.Values.Relation.Uncle,
        "姑姑" or "姑妈" or "阿姨" or "姨妈" or "舅妈" or "婶婶" => Domain.Values.Relation.Aunt,
        "孙子" or "孙女" or "外孙女" or "外孙" => Domain.Values.Relation.Grandchild,
        "老伴" => Domain.Values.Relation.Other,
        _ => Domain.Values.Relation.Cousin,
    };
}
