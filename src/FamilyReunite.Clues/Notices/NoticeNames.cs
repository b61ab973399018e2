using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Names;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>Names as notices set them: before the sex, marked as heard, behind what the person is called; and accents told at length.</summary>
internal sealed partial class NoticeNames : FactFamily
{
    [GeneratedRegex(@"(?:^|[\n。;:、.)])\s*(?:孩子|老人|儿童|男孩|女孩|小孩|学生|走失者|寻找|寻)?(?<name>[一-鿿·]{2,8})\s*(?<heard>\((?:音|谐音|音译)[^)]{0,6}\))?\s*[,(、|]\s*(?:性别:?)?(?:男|女)(?![一-鿿])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeSex();

    [GeneratedRegex("(?:老汉|老人|老太太?|大爷|大妈|男子|女子|男孩|女孩|男童|女童|少年|少女|学生|村民|居民|患者|孩子|母亲|父亲)(?<name>[一-鿿]{2,3})(?=走失|失踪|今年|现年|于|,(?:男|女|今年|现年|[0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex BehindCalling();

    [GeneratedRegex(@"口音(?:好像|像是?|似乎?|疑似|疑为|为|是|接近|偏|:)+(?<what>[一-鿿]{2,8}?(?:(?:或者?|、)[一-鿿]{2,8}?)?)(?:一带|那边)?(?:的|人|话|方言)*(?=[,。;\n)、|]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AccentAfter();

    [GeneratedRegex("[家人是在的说会有来去不着了省市县区]|小名|自己|自称|自述|叫|什么|无名|某|女士|先生|受助|编号|汉族|身高|年龄|性别", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();

    [GeneratedRegex("不|没|无|重|清|当地|本地|口音|方言", RegexOptions.CultureInvariant)]
    private static partial Regex NoArea();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Name, FactKind.NameHeard, FactKind.Accent];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in BeforeSex().Matches(text)) Add(m.Groups["heard"].Success ? FactKind.NameHeard : FactKind.Name, m.Groups["name"], found);
        foreach (Match m in BehindCalling().Matches(text))
            if (Surnames.Of(m.Groups["name"].Value) is not null) Add(FactKind.Name, m.Groups["name"], found);
        foreach (Match m in AccentAfter().Matches(text))
            if (!NoArea().IsMatch(m.Groups["what"].Value)) found.Add(Fact(FactKind.Accent, m.Groups["what"], m.Groups["what"].Value));
    }

    private static void Add(FactKind kind, Group name, List<ReadFact> found)
    {
        if (NotAName().IsMatch(name.Value) || NameReader.Read(name.Value, heardOnly: false, minority: false) is null) return;
        found.RemoveAll(f => f.Kind is FactKind.Name or FactKind.Family && f.Start < name.Index + name.Length && name.Index < f.Start + f.Length);
        found.Add(Fact(kind, name, name.Value));
    }
}
