using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Health, state of mind, and how much the person can say and understand; what happened.</summary>
internal sealed partial class Conditions : FactFamily
{
    [GeneratedRegex("精神|智力|智障|弱智|痴呆|阿尔茨海默|阿尔兹海默|健忘|记忆|记性|记不清|自闭|神志|情绪|反应迟钝|自言自语|不愿说话|性格|抑郁|神情|恍惚|疯|傻|唐氏", RegexOptions.CultureInvariant)]
    private static partial Regex Mind();

    [GeneratedRegex("聋|哑|耳背|听力|失明|盲人|瘫|癫痫|残疾|中风|身体健康|^健康$|糖尿病|高血压|白内障|脑梗|偏瘫|半身不遂|心脏病|肿瘤|哮喘|腰腿|骨折|受伤|饮酒|患有?|病史|不会说话|能听见", RegexOptions.CultureInvariant)]
    private static partial Regex Health();

    [GeneratedRegex("口齿|说话|交流|听不懂|比划|手语|识字|写字|会写|说短句|说简单|答非所问|小名$|家乡话|言语不清|语言不清|无法沟通|沟通|说不清|少量汉语|少量普通话|不会说普通话", RegexOptions.CultureInvariant)]
    private static partial Regex Ability();

    [GeneratedRegex("走失|走散|离家出走|拐|骗走|未归|抱走|失去联系|失联|独自离开|迷路|走丢|丢失|未回", RegexOptions.CultureInvariant)]
    private static partial Regex Happening();

    [GeneratedRegex(@"\d{4}年|走失地点|失踪地点|走失时间|走失类型|失踪时|^失踪|^走失$|爷爷|奶奶.{0,4}$|电话|穿|介绍", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyALabel();

    [GeneratedRegex("^(?:无|没有|未)(?:精神|智力|残疾|疾病|病史|癫痫|传染)|^(?:父|母|爷|奶|哥|姐|弟|妹|儿|女)亲?", RegexOptions.CultureInvariant)]
    private static partial Regex NotThePerson();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Health, FactKind.Mind, FactKind.LanguageAbility, FactKind.Circumstances];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var c in Clause.Of(text))
        {
            if (c.Text.Length > 30 || NotThePerson().IsMatch(c.Text)) continue;
            if (Mind().IsMatch(c.Text)) found.Add(Fact(FactKind.Mind, c, c.Text));
            else if (Health().IsMatch(c.Text)) found.Add(Fact(FactKind.Health, c, c.Text));
            else if (Ability().IsMatch(c.Text)) found.Add(Fact(FactKind.LanguageAbility, c, c.Text));
            else if (Happening().IsMatch(c.Text) && !OnlyALabel().IsMatch(c.Text)) found.Add(Fact(FactKind.Circumstances, c, c.Text));
        }
    }

    public override string? Understand(FactKind kind, string asHeard) => asHeard.Trim() is { Length: > 0 } words ? words : null;
}
