using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Reading;

/// <summary>One form for words that people write in several ways.</summary>
internal static partial class NormalWords
{
    private const string Colour = "藏青|深蓝|浅蓝|天蓝|宝蓝|湖蓝|墨绿|军绿|草绿|深绿|浅绿|橘红|大红|枣红|紫红|粉红|深红|浅红|咖啡|米黄|土黄|米|深灰|浅灰|灰白|黑白|红白|蓝白|黑|白|红|黄|蓝|绿|灰|紫|粉|棕|褐|橙|青|卡其|碎花|花|迷彩";

    [GeneratedRegex($"^(?<colour>{Colour})(?:颜?色)?(?:的)?(?<rest>[^色].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Coloured();

    [GeneratedRegex("^(?:带有?|有|操|讲|说|会|疑似|一口|浓重的?)+|(?:当地|本地)", RegexOptions.CultureInvariant)]
    private static partial Regex SpeechLead();

    /// <summary>"黑色棉衣", "黑棉衣" → "黑色 棉衣"; null when nothing is said.</summary>
    public static string? Garment(string words)
    {
        var t = PlainText.Of(words).Trim();
        if (t.Length == 0 || t is "无" or "不详" || t.StartsWith('没')) return null;
        if (Coloured().Match(t) is not { Success: true } m) return t;
        var colour = m.Groups["colour"].Value;
        return (colour is "碎花" or "花" or "迷彩" ? colour : colour + "色") + " " + m.Groups["rest"].Value.Trim();
    }

    /// <summary>"带四川口音", "四川方言" → "四川话"; "白族话", "白族口音" → "白语"; null for what names no area.</summary>
    public static string? Tongue(string words)
    {
        var t = SpeechLead().Replace(PlainText.Of(words).Trim(), "");
        foreach (var end in (ReadOnlySpan<string>)["口音", "方言", "土话", "腔调", "话", "语"])
        {
            if (!t.EndsWith(end, StringComparison.Ordinal)) continue;
            var area = t[..^end.Length];
            if (area.Length == 0 || t is "普通话" or "汉语") return null;
            if (area[^1] == '族') return (area == "维族" ? "维吾尔" : area[..^1]) + "语";
            return t is "维语" ? "维吾尔语" : t is "蒙语" ? "蒙古语" : end is "语" ? t : area is "广东" or "粤" or "广州" ? "粤语" : area + "话";
        }
        return t.Length is 0 or > 12 ? null : t;
    }
}
