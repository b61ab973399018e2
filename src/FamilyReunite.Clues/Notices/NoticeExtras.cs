using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>What notices say that descriptions of station records seldom do: DNA taken, vehicles, things laid beside a foundling.</summary>
internal sealed partial class NoticeExtras : FactFamily
{
    [GeneratedRegex("(?:DNA|血样|采血|基因)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dna();

    [GeneratedRegex(@"(?:骑行?着?|驾驶着?|驾着?|开着|推着?|蹬着?|坐着?(?=轮椅))(?:了?一?[辆台部])?(?<v>[^,。;\n]{0,14}?(?:车|轮椅))(?![站票上])", RegexOptions.CultureInvariant)]
    private static partial Regex Vehicle();

    [GeneratedRegex(@"(?:(?<=^|[,。;\n])(?=附有|留有)|身边|旁边|一旁|身旁|边上|包被内|襁褓[中内]|随身|包里|袋内|箱内)(?:物品)?(?:还|另|仅|只)?(?:留有|放有|放着|附有|附|有|带有|夹有|装有|留下)+:?(?<what>[^。;\n]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"用(?:一?[条床件块])?(?<what>[^,。;\n]{1,12}?)(?:包裹|包着|裹着|包好)|(?:外包(?!装)(?=[一-鿿]{1,6}被)|(?:被|身|外|内)?(?:包裹(?:着|在|于)?|裹着?|盖着))(?:一[条床件块])?(?<what>[^,。;\n]{1,14}?(?:被子?|毯子?|布|毛巾|襁褓|衣服|包单))", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapped();

    [GeneratedRegex("^(?:无|没|其他|任何|物品|一切)|证明|身高|体重|[痣疤]", RegexOptions.CultureInvariant)]
    private static partial Regex NoThing();

    [GeneratedRegex("^(?:和|及|以及|还有|另有|一[张个只条件把部]|两[张个只条件])", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex("(?:上面?)?(?:写着?|写有|写的|载|注明|标明|印有?|显示)", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Dna, FactKind.Vehicle, FactKind.Belonging];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var c in Clause.Of(text))
            if (c.Text.Length <= 40 && Dna().IsMatch(c.Text) && c.Text.Length > 5 && !c.Text.StartsWith("是否", StringComparison.Ordinal)) found.Add(Fact(FactKind.Dna, c, c.Text));
        foreach (Match m in Vehicle().Matches(text)) found.Add(Fact(FactKind.Vehicle, m.Groups["v"], m.Groups["v"].Value));
        foreach (Match m in Wrapped().Matches(text)) found.Add(Fact(FactKind.Belonging, m.Groups["what"], m.Groups["what"].Value));
        foreach (Match m in Beside().Matches(text))
        {
            var what = m.Groups["what"];
            foreach (var piece in Clause.Of(what.Value.Replace('和', '、').Replace('及', '、'), lists: true))
            {
                var skip = Joint().Match(piece.Text).Length;
                var thing = Written().Match(piece.Text, skip) is { Success: true } w && w.Index > skip ? piece.Text[skip..w.Index] : piece.Text[skip..];
                if (thing.Length is >= 1 and <= 24 && !NoThing().IsMatch(thing)) found.Add(new ReadFact(FactKind.Belonging, thing, thing, what.Index + piece.Start + skip, thing.Length));
            }
        }
    }
}
