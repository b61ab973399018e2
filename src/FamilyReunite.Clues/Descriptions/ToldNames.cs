using System.Text.RegularExpressions;
using FamilyReunite.Clues.Names;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Names stated, written and heard.</summary>
internal sealed partial class ToldNames : FactFamily
{
    private const string Name = @"[一-鿿〇·•.]{2,12}";
    private const string Open = "[“\"「『]?";
    private const string Close = "[”\"」』]?";

    [GeneratedRegex($@"(?:(?<other>小名|乳名|别名|又名|曾用名|绰号|外号|昵称)(?:叫做?|是|为|:|\s){{0,3}}|(?:自称|自述|说自己|他说|她说|只说)?(?:名字|本名|真名)?(?:名叫|姓名叫|自称叫|叫做|叫|名为)|自称(?:姓名)?:?|姓\s{{0,6}}名\s*:|名\s{{0,4}}字\s*[:是]){Open}(?<name>{Name}){Close}\s*(?<heard>\(?(?:音|谐音|音译|音同)[^)]{{0,10}}\)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    [GeneratedRegex(@"(?:^|\n|[::。]|寻找|寻)\s*(?<name>[一-鿿·•]{2,8})\s*[,,(]\s*(?:性别)?(?:男|女)(?![一-鿿])", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeSex();

    [GeneratedRegex("^姓|[家人是在的说会有来去不着了省市县区]|小名|自己|自称|自述|叫|什么|老人|男|女|阿姨|大爷|先生|女士", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();

    /// <summary>"管玉米叫…" names the maize.</summary>
    [GeneratedRegex("(?:管|把)[^,。;]{1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex CalledSo();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Name, FactKind.OtherName, FactKind.NameHeard];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in Stated().Matches(text))
        {
            if (!IsName(m.Groups["name"].Value) || FollowsRelative(text, m.Index)) continue;
            var kind = m.Groups["heard"].Success ? FactKind.NameHeard : m.Groups["other"].Success ? FactKind.OtherName : FactKind.Name;
            found.Add(Fact(kind, m.Groups["name"], m.Groups["name"].Value));
        }
        foreach (Match m in BeforeSex().Matches(text))
            if (IsName(m.Groups["name"].Value)) found.Add(Fact(FactKind.Name, m.Groups["name"], m.Groups["name"].Value));
    }

    public override string? Understand(FactKind kind, string asHeard) => NameReader.Read(asHeard, kind == FactKind.NameHeard, minority: false)?.Text;

    private static bool IsName(string name) => !NotAName().IsMatch(name) && NameReader.Read(name, heardOnly: false, minority: false) is not null;

    /// <summary>"父亲叫…" names the father.</summary>
    private static bool FollowsRelative(string text, int at) => at > 0 && ("亲爸妈爹娘哥弟姐妹子女婆公爷奶叔夫妻".Contains(text[at - 1], StringComparison.Ordinal) || CalledSo().IsMatch(text[Math.Max(0, at - 10)..at]));
}
