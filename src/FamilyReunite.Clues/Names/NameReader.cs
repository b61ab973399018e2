using FamilyReunite.Clues.Sounds;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Names;

/// <summary>Takes a name apart: script, surname, parts, readings.</summary>
internal static class NameReader
{
    private static readonly char[] Dots = ['·', '•', '・', '‧', '.', '。', '．', ' ', '-'];

    /// <summary>First characters of names that people of one village call each other by, never a surname there.</summary>
    private const string Familiar = "阿小老大二三四五六七八九幺";

    /// <summary>Han surnames that people of groups with names of their own also bear.</summary>
    private const string AlsoAmongMinorities = "王李张刘陈杨黄赵吴周徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔";

    /// <summary>Null for a name that was withheld or holds nothing to compare.</summary>
    public static NameClue? Read(string asWritten, bool heardOnly, bool minority)
    {
        var text = string.Concat(PlainText.Of(asWritten).Trim().Where(c => !char.IsControl(c) && c is not ('"' or '“' or '”' or '(' or ')' or '「' or '」'))).Trim();
        if (text.Length is 0 or > 40 || Withheld(text)) return null;
        // "王 小 红" is one name set apart
        if (text.Length <= 7 && text.All(c => c == ' ' || PlainText.IsHan(c)) && text.Count(PlainText.IsHan) <= 4) text = text.Replace(" ", "", StringComparison.Ordinal);
        var parts = text.Split(Dots, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return null;
        var han = parts.Sum(p => p.Count(PlainText.IsHan));
        if (han == 0)
        {
            var script = text.All(c => !char.IsLetter(c) || c < 0x250) && text.Any(char.IsLetter) ? NameScript.Latin : NameScript.Other;
            return text.Any(char.IsLetter) ? new NameClue(text, script, heardOnly, null, parts, []) : null;
        }
        var readings = CharacterReadings.OfText(text);
        var dotted = parts.Length > 1 && parts.All(p => p.Any(PlainText.IsHan));
        var surname = dotted ? null : Surname(parts[0]);
        if (minority && surname is not null && (parts[0].Length > 3 || !AlsoAmongMinorities.Contains(surname[0], StringComparison.Ordinal))) surname = null;
        if (dotted || ((minority || parts[0].Length > 4) && surname is null)) return new NameClue(text, NameScript.MinorityInHan, heardOnly, null, parts, readings);
        IReadOnlyList<string> given = surname is null ? parts : [parts[0][surname.Length..], .. parts.Skip(1)];
        return new NameClue(text, NameScript.Han, heardOnly, heardOnly ? Likely(surname, text) : surname, given, readings);
    }

    private static string? Surname(string name) =>
        Familiar.Contains(name[0], StringComparison.Ordinal) || (name.Length == 2 && (name[0] == name[1] || "子儿娃妹妞狗毛".Contains(name[1], StringComparison.Ordinal))) ? null : Surnames.Of(name);

    /// <summary>In a heard name the first character is a surname only when the whole is as long as a full name.</summary>
    private static string? Likely(string? surname, string text) => text.Length >= 3 ? surname : null;

    private static bool Withheld(string text) =>
        text.Contains('某', StringComparison.Ordinal) || text.Contains("无名", StringComparison.Ordinal) || text.Contains("不详", StringComparison.Ordinal) || text.Contains("未知", StringComparison.Ordinal)
        || text is "无" or "不知" or "不清" or "不明" or "不知道" || (text.Any(PlainText.IsHan) && text.Any(c => c is 'X' or 'x' or '*' or '×' or '_' or '?'));
}
