using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>What a person wears, each piece under its kind.</summary>
internal sealed partial class Clothes : FactFamily
{
    private const string Nouns = "衬衫|褂子|褂|袍子|藏袍|长袍|旗袍|坎肩|连体衣|T恤|t恤|体恤|恤|棉袄|袄|外套|夹克|马甲|背心|羽绒服|棉服|西服|西装|校服|工作服|迷彩服|上衣|大衣|卫衣|毛衣|棉衣|睡衣|雨衣|冲锋衣|风衣|内衣|秋衣|衣服|衣|衫|套装|长袖|短袖|服装|服|连衣裙|裙子|裙|裤子|裤|皮鞋|鞋子|鞋|靴子|靴|帽子|帽|头巾|围巾|袜子|袜";

    [GeneratedRegex($@"^(?<lead>(?:(?:走失|失踪|被拐|丢失|走丢|走散|离家|外出|出门|发现|失联|走失当天|入站)(?:时|当天|当日)?|当时|当天|当日|老人|其|她|他)*(?:身?上身?|下身?|脚上|脚下|脚蹬|脚踏|足穿|足蹬|脚|头上|头|外面|里面|外|内|里|身)?(?:衣着|穿戴|穿着|身着|身穿|穿|着|戴着|戴|为|是|:)?着?(?:一[件条双顶身])?)(?<what>.{{0,18}}?(?:{Nouns}))(?<tail>一?[件条双顶]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex("穿|戴|着|上身|下身|上衣|[黑白红黄蓝绿灰紫粉棕褐橙青花]|色|格|条纹|牛仔|迷彩|羽绒|棉|皮|长袖|短袖|长裤|短裤|布鞋|拖鞋|胶鞋", RegexOptions.CultureInvariant)]
    private static partial Regex Worn();

    [GeneratedRegex("(?:没有?穿|未穿|光着?)(?<what>鞋|脚|上身)", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex($"(?<=(?:{Nouns}))(?:和|及|与|以及|、)|、(?=上身|下身|上穿|下穿|身穿|身着|脚穿|头戴)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Upper, FactKind.Lower, FactKind.Shoes, FactKind.Hat];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var clause in Clause.Of(text))
        {
            if (Bare().Match(clause.Text) is { Success: true } bare && clause.Text.Length < 16)
                found.Add(new ReadFact(bare.Groups["what"].Value == "上身" ? FactKind.Upper : FactKind.Shoes, bare.Value, "无", clause.Start + bare.Index, bare.Length));
            else if (clause.Text.Length <= 60) Pieces(clause, found);
        }
    }

    public override string? Understand(FactKind kind, string asHeard) => asHeard.Trim() is { Length: > 0 } words ? words : null;

    private static void Pieces(Clause clause, List<ReadFact> found)
    {
        var said = false;
        foreach (var (from, to) in Cuts(clause.Text))
        {
            var part = clause.Text[from..to];
            if (Piece().Match(part) is not { Success: true } m) continue;
            if (!said && !Worn().IsMatch(part)) continue;
            said = true;
            var what = m.Groups["what"];
            found.Add(new ReadFact(KindOf(what.Value), what.Value, what.Value, clause.Start + from + what.Index, what.Length));
        }
    }

    private static IEnumerable<(int From, int To)> Cuts(string clause)
    {
        var from = 0;
        foreach (Match m in Joint().Matches(clause))
        {
            yield return (from, m.Index);
            from = m.Index + m.Length;
        }
        if (from < clause.Length) yield return (from, clause.Length);
    }

    private static FactKind KindOf(string piece) => piece[^1] switch
    {
        '裤' or '裙' => FactKind.Lower,
        '鞋' or '靴' or '袜' => FactKind.Shoes,
        '帽' or '巾' => FactKind.Hat,
        '子' when piece.Contains('裤', StringComparison.Ordinal) || piece.Contains('裙', StringComparison.Ordinal) => FactKind.Lower,
        '子' when piece.Contains('帽', StringComparison.Ordinal) => FactKind.Hat,
        '子' when piece.Contains('褂', StringComparison.Ordinal) || piece.Contains('袍', StringComparison.Ordinal) => FactKind.Upper,
        '子' => FactKind.Shoes,
        _ => FactKind.Upper,
    };
}
