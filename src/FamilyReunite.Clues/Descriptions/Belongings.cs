using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Things carried, and fragments of papers and numbers found on a person.</summary>
internal sealed partial class Belongings : FactFamily
{
    [GeneratedRegex(@"^(?:离家时|走失时|身边)?(?:随身(?:物品)?(?:有|带有|带着|携带|携有|带)?|携带(?:物品)?有?|携|身上(?:挂着|带着|带有|挂|有)|手里?(?:拿着|提着|拎着|拿|提|拎|持)|[提拎](?:着|了)?一?[个只]?|手提着?|肩背着?|斜?[背挎](?:着|了)|斜[背挎]|挎|(?:[左右双两]?[耳手眼]|脖子上?|颈部?)?戴着?(?=[^,。]{0,8}(?:眼镜|手表|项链|手镯|手链|戒指|助听器|佛珠|玉佩|玉镯))|牵了?|推着|骑着?|背着|背(?!部|驼|上|后|有)|带着|带有|拄着?|挎着?)(?:一[条只个张部把根辆件])?(?<what>\S{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Carried();

    [GeneratedRegex("包|袋|证|票|手机|杖|拐|伞|杯|钥匙|卡|照片|相片|收音机|手镯|项链|戒指|手表|眼镜|助听器|打火机|存折|行李|箱|车|本|刀|饼|药|钱|狗|纸|笔|书|碗|瓶|棍|被|布|壶|单据|玉|佛|银|金|耳机", RegexOptions.CultureInvariant)]
    private static partial Regex Thing();

    [GeneratedRegex(@"(?<who>联系|家属|报警|咨询)?(?:身份证|证件|残疾证|手机|电话|卡号|银行卡|车票)(?:号码?)?[^\d,。;\n]{0,6}(?<digits>[\dXx*]{4,19})", RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\d{4,}[\dXx]*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("一?[个张部只件把根条本台辆副枚块支]$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Belonging, FactKind.Vehicle, FactKind.IdFragment];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var clause in Clause.Of(text))
        {
            if (clause.Text.Length > 48 || Carried().Match(clause.Text) is not { Success: true } m) continue;
            var what = m.Groups["what"];
            if (!Thing().IsMatch(what.Value) && !m.Value.StartsWith("随身", StringComparison.Ordinal)) continue;
            foreach (var piece in Clause.Of(what.Value, lists: true))
                found.Add(new ReadFact(FactKind.Belonging, piece.Text, piece.Text, clause.Start + what.Index + piece.Start, piece.Text.Length));
        }
        foreach (Match m in Fragment().Matches(text))
            if (!m.Groups["who"].Success) found.Add(new ReadFact(FactKind.IdFragment, m.Groups["digits"].Value, Digits().Match(m.Groups["digits"].Value) is { Success: true } d ? d.Value : null, m.Groups["digits"].Index, m.Groups["digits"].Length));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        if (kind != FactKind.IdFragment) return asHeard.Trim() is { Length: > 0 } words ? words : null;
        return Digits().Match(asHeard.Replace(" ", "", StringComparison.Ordinal)) is { Success: true } m ? m.Value : null;
    }

    /// <summary>A thing without its number and measure word ("塑料袋一个" → "塑料袋").</summary>
    public static string Bare(string thing)
    {
        var t = PlainText.Of(thing).Trim();
        var end = Counted().Match(t);
        return end.Success && end.Index >= 2 && end.Length > 1 ? t[..end.Index] : t;
    }
}
