using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>What the opening words say of one of several people who is called by kinship: "哥哥叫小军，约8岁".</summary>
internal static partial class KinOpening
{
    private const int Reach = 24;

    [GeneratedRegex(@"^\s*(?:(?<m>大?(?:哥哥|弟弟)|[大二三小]?儿子|父亲|爸爸|爷爷|丈夫|孙子)|(?<f>大?(?:姐姐|妹妹)|[大二三小]?女儿|母亲|妈妈|奶奶|妻子|孙女)|老[大二三])(?:(?:叫|名叫|是|:)?(?<name>[一-鿿]{2,4}))?[,( ]*(?:男|女)?[,、 ]*(?:(?:19|20)\d\d年|(?<age>(?:今年|现年|大?约)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:个月|周?岁)半?(?:左右)?))", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>Adds sex, name and age where the person has none of the kind yet, and drops the kinship that the person was taken for.</summary>
    public static void Add(string text, int start, int end, DescriptionReader reader, List<NoticeFact> facts)
    {
        if (Opening().Match(text[start..Math.Min(end, start + Reach)]) is not { Success: true } m) return;
        facts.RemoveAll(f => f.Kind == FactKind.Family && f.Fact.Start >= start && f.Fact.Start < start + m.Length);
        if (m.Groups["m"].Success) Put(FactKind.Sex, m.Groups["m"], "M");
        if (m.Groups["f"].Success) Put(FactKind.Sex, m.Groups["f"], "F");
        if (m.Groups["name"].Success) Put(FactKind.Name, m.Groups["name"], m.Groups["name"].Value);
        if (m.Groups["age"].Success) Put(FactKind.Age, m.Groups["age"], reader.Understand(FactKind.Age, m.Groups["age"].Value));

        void Put(FactKind kind, Group g, string? understood)
        {
            if (facts.TrueForAll(f => f.Kind != kind || f.Directness == Directness.Shared)) facts.Add(new NoticeFact(new ReadFact(kind, g.Value, understood, start + g.Index, g.Length), Directness.Own));
        }
    }
}
