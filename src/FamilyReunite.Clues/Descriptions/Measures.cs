using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Heights in cm ("1米63", "一百六十三公分", "五尺三", "160-165厘米") and weights in kg ("110斤", "55公斤").</summary>
internal sealed partial class Measures : FactFamily
{
    private const double AboutCm = 3;
    private const double CmPerChi = 100.0 / 3;
    private const double AboutShare = 0.05;
    private const string N = ChineseNumber.Pattern;
    private const string One = $@"(?:(?<m>{N})\s*(?:米|[mM](?![a-zA-Z]))\s*(?<mr>\d{{1,2}}|[一二三四五六七八九零〇十]{{1,3}})?|(?<cm>{N})\s*(?:厘米|公分|[cC][mM])|(?<chi>{N})尺(?<cun>[一二三四五六七八九半\d])?)";

    [GeneratedRegex($@"(?<label>身高|身长|个头|个子|高)?(?:大?约|大概|有|为|:|\s|估计|接近|不到|在){{0,4}}(?:(?<low>\d{{2,3}}(?:\.\d)?|\d\.\d{{1,2}}|\d米\d{{1,2}})(?:厘米|公分|cm|CM|米)?[-~至到])?{One}(?<after>左右|上下|多|余|的?长|宽|远|处)?(?<tall>\s*高(?![度处地]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Height();

    [GeneratedRegex($@"(?<label>体重)?(?:大?约|大概|有|为|:|\s){{0,4}}(?:(?<low>\d{{1,3}}(?:\.\d)?)(?:公斤|斤|kg)?[-~至到])?(?<n>\d{{1,4}}(?:\.\d{{1,3}})?|{N})\s*(?<unit>市斤|公斤|千克|斤|[kK][gG]|克|[gG](?![a-zA-Z]))(?:(?<liang>[一二三四五六七八九\d])两|(?<liang>半))?(?<after>左右|上下|多)?", RegexOptions.CultureInvariant)]
    private static partial Regex Weight();

    [GeneratedRegex(@"^\D{0,3}(?<a>\d{2,3}(?:\.\d)?)(?:\s*(?:\.\.|[-~至到])\s*(?<b>\d{2,3}(?:\.\d)?))?\s*(?:左右)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.Height, FactKind.Weight];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (Match m in Height().Matches(text))
        {
            if (m.Groups["after"].Value is "长" or "的长" or "宽" or "远" or "处") continue;
            if (Cm(m) is not { } cm || cm.High > 230 || cm.Low < (m.Groups["label"].Success ? 30 : 80)) continue;
            // without the word for height, whole metres are a distance
            if (m.Groups["label"].Success || m.Groups["tall"].Success || (m.Groups["chi"].Success && m.Groups["cun"].Success) || m.Groups["cm"].Success || m.Groups["mr"].Success || m.Groups["m"].Value.Contains('.', StringComparison.Ordinal)) found.Add(Fact(FactKind.Height, m, cm.ToString()));
        }
        foreach (Match m in Weight().Matches(text))
            if (Kg(m) is { Low: >= 2, High: <= 200 } kg && (m.Groups["label"].Success || kg.Low >= 10)) found.Add(Fact(FactKind.Weight, m, kg.ToString()));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        var plain = Plain().Match(asHeard.Trim());
        if (plain.Success)
        {
            var low = ChineseNumber.Read(plain.Groups["a"].Value)!.Value;
            var high = plain.Groups["b"].Success ? ChineseNumber.Read(plain.Groups["b"].Value)!.Value : low;
            var possible = kind == FactKind.Height ? low >= 30 && high <= 250 : low >= 2 && high <= 300;
            return possible && high >= low ? new NumberRange(low, high).ToString() : null;
        }
        if (kind == FactKind.Weight) return Weight().Match(asHeard) is { Success: true } w && Kg(w) is { Low: > 0, High: <= 300 } kg ? kg.ToString() : null;
        var m = Height().Match(asHeard.StartsWith('1') && asHeard.Length <= 4 && asHeard.Contains('.', StringComparison.Ordinal) ? asHeard + "米" : asHeard);
        return m.Success && Cm(m) is { Low: >= 30, High: <= 250 } cm ? cm.ToString() : null;
    }

    private static NumberRange? Cm(Match m)
    {
        if (Single(m) is not { } high) return null;
        if (m.Groups["low"].Success && Low(m.Groups["low"].Value) is { } low && low <= high) return new NumberRange(Math.Round(low, 1), Math.Round(high, 1));
        var after = m.Groups["after"].Value;
        if (after is "多" or "余") return new NumberRange(Math.Round(high), Math.Round(high + 9));
        var about = after.Length > 0 || m.Value.Contains('约', StringComparison.Ordinal) || m.Value.Contains("大概", StringComparison.Ordinal) || m.Value.Contains("估计", StringComparison.Ordinal);
        return new NumberRange(Math.Round(high - (about ? AboutCm : 0), 1), Math.Round(high + (about ? AboutCm : 0), 1));
    }

    private static double? Single(Match m)
    {
        if (m.Groups["cm"].Success) return ChineseNumber.Read(m.Groups["cm"].Value);
        if (m.Groups["chi"].Success)
        {
            var cun = m.Groups["cun"].Value;
            return ChineseNumber.Read(m.Groups["chi"].Value) is { } chi ? (chi + (cun == "半" ? .5 : cun.Length > 0 ? (ChineseNumber.Digit(cun[0]) ?? 0) / 10.0 : 0)) * CmPerChi : null;
        }
        if (ChineseNumber.Read(m.Groups["m"].Value) is not { } metres || metres > 2.5) return null;
        var rest = m.Groups["mr"].Value;
        if (rest.Length == 0) return Math.Round(metres * 100, 1);
        return ChineseNumber.Read(rest) is { } r ? metres * 100 + (rest.Length == 1 && rest != "十" ? r * 10 : r) : null;
    }

    private static double? Low(string text)
    {
        if (text.IndexOf('米', StringComparison.Ordinal) is > 0 and var at)
            return ChineseNumber.Read(text[..at]) * 100 + (ChineseNumber.Read(text[(at + 1)..]) is { } r ? text.Length - at == 2 ? r * 10 : r : 0);
        return ChineseNumber.Read(text) is { } n ? n < 3 ? n * 100 : n : null;
    }

    private static NumberRange? Kg(Match m)
    {
        var factor = m.Groups["unit"].Value switch { "斤" or "市斤" => .5, "克" or "g" or "G" => .001, _ => 1 };
        if (ChineseNumber.Read(m.Groups["n"].Value) is not { } n) return null;
        if (m.Groups["liang"].Success && factor == .5) n += m.Groups["liang"].Value == "半" ? .5 : (ChineseNumber.Digit(m.Groups["liang"].Value[0]) ?? 0) / 10.0;
        var (low, high) = (n * factor, n * factor);
        if (m.Groups["low"].Success && ChineseNumber.Read(m.Groups["low"].Value) is { } l && l <= n) low = l * factor;
        else if (m.Groups["after"].Value == "多") high = low + (factor < 1 ? 5 : 9);
        else if (m.Groups["after"].Success || m.Value.Contains('约', StringComparison.Ordinal)) (low, high) = (low * (1 - AboutShare), high * (1 + AboutShare));
        return new NumberRange(Math.Round(low, factor < .1 ? 2 : 1), Math.Round(high, factor < .1 ? 2 : 1));
    }
}
