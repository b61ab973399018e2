using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Marks on the body: kind, part and side.</summary>
internal sealed partial class Marks : FactFamily
{
    private const int Longest = 28;

    [GeneratedRegex("^(?:圆脸|方脸|长脸|尖脸|娃娃脸|大眼睛|小眼睛|塌鼻梁?|扁鼻子|厚嘴唇|招风耳|大耳|瓜子脸|国字脸|鹅蛋脸|皮肤\\S{0,2}[黑白黄]|肤色\\S{1,3}|高鼻梁|大耳朵|单眼皮|络腮胡|胡须\\S{0,3}|有胡子|眉骨高)$", RegexOptions.CultureInvariant)]
    private static partial Regex Looks();

    [GeneratedRegex("^(?:体貌特征|身体特征|特征|体表特征|其他特征|明显特征|面部特征|有|其|身上有)[::]?", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("姓名|电话|公安|派出所|乡$|村$|镇$|路口|手术(?!疤|后|痕|刀|留)|旋即|凯旋|盘旋|螺旋|(?:母|父)亲", RegexOptions.CultureInvariant)]
    private static partial Regex NotABody();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Mark];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var clause in Clause.Of(text, lists: true))
        {
            if (clause.Text.Length > Longest) continue;
            var skip = Opening().Match(clause.Text).Length;
            var c = new Clause(clause.Text[skip..], clause.Start + skip);
            if (Looks().IsMatch(c.Text)) found.Add(Fact(FactKind.Mark, c));
            else if (!NotABody().IsMatch(c.Text) && BodyWords.Read(clause.Text) is { } mark && BodyWords.Read(c.Text) is not null) found.Add(Fact(FactKind.Mark, c, mark.ToString()));
        }
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        if (BodyMark.TryParse(asHeard.Trim(), out var canonical)) return canonical.ToString();
        return BodyWords.Read(asHeard)?.ToString();
    }
}
