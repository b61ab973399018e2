using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>Sex from the words by which a notice calls its person; the pronoun counts where nothing else says it.</summary>
internal sealed partial class NoticeSex : FactFamily
{
    [GeneratedRegex(@"(?<m>小伙子|小伙|老大爷|大爷|老大伯|老伯|老汉|大叔|老头|老爷爷|老翁|少男|男(?:婴|童|孩|生|性|青年|士|子(?![监医学])))|(?<f>老太太|老太婆|老太|老奶奶|老妇|老妪|大妈|大娘|大婶|阿姨|阿婆|妇女|妇人|姑娘|少女|女(?:婴|童|孩|生|性|青年|士|子(?![监医学])))|(?<![一-鿿])(?:(?<m>男)|(?<f>女))(?![一-鿿])|(?:无名|受助人员?|[,。\n|:、]|^)(?:(?<m>男)|(?<f>女))(?=[,。\n|、]|$)|(?:寻找?|找|其|我的?|他的|她的|寻)(?:的|走失的?|失踪的?|[\d一二三四五六七八九十多]{1,4}岁的?)*(?:(?<m>父亲|爸爸|儿子|哥哥|弟弟|丈夫|爷爷|外公|孙子)|(?<f>母亲|妈妈|女儿|姐姐|妹妹|妻子|奶奶|外婆|孙女))", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex("(?<m>他)(?!们|人)|(?<f>她)(?!们)", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex("(?:同学|朋友|邻居|群众|市民|好心|民警|护士|一起的)$|^(?:厕|装|款|式|友|儿)", RegexOptions.CultureInvariant)]
    private static partial Regex SomebodyElse();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Sex];

    public override void Find(string text, List<ReadFact> found)
    {
        var first = true;
        foreach (Match m in Called().Matches(text))
        {
            if (SomebodyElse().IsMatch(text[Math.Max(0, m.Index - 4)..m.Index]) || SomebodyElse().IsMatch(text[(m.Index + m.Length)..Math.Min(text.Length, m.Index + m.Length + 2)])) continue;
            found.Add(Fact(FactKind.Sex, m, Of(m)));
            first = false;
        }
        if (first && found.TrueForAll(f => f.Kind != FactKind.Sex) && Pronoun().Match(text) is { Success: true } p) found.Add(Fact(FactKind.Sex, p, Of(p)));
    }

    private static string Of(Match m) => m.Groups["m"].Success ? "M" : "F";
}
