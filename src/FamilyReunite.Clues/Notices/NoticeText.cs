using System.Text.RegularExpressions;
using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Notices;

/// <summary>Brings a notice into one form, one character for one: simplified, half-width, bullets and cells as stops, and the words that speak of callers, volunteers and the law blanked.</summary>
internal static partial class NoticeText
{
    private const string Bullets = "◎●■◆★☆▲▼◇□△▪▫♦※→➤►▶✓✔❤♥♡❗";

    [GeneratedRegex(@"[\[【〔［](?<label>[^\[\]【】〔〕\n]{1,12})[\]】〕］]:?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?:注册|登记|发布|更新|填表|发帖)(?:时间|日期)|(?:跟进|登记)?志愿者[:为]|(?:联系|报警|举报|咨询|求助|值班)(?:电话|方式|热线|人)|联系(?=\\d)|电\\s?话|手机号?|微信|QQ|热线|邮箱|(?:寻亲|宝贝回家|救助)?编号|身份证号码?(?=[:：]?[\\dX*]{15})|家属[:：]|报案(?:时间|单位)|是否报案|采集单位|信息来源|来源[:：]|记者|通讯员", RegexOptions.CultureInvariant)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"(?:\+?86-?)?(?<!\d)1[3-9]\d[\d \-*X]{8,10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}|(?<![A-Za-z])X{6,}|电话:?110", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:自(?:本)?公告|公告之日|公告期|逾期|如有(?:知情|线索|发现)|有(?:知情|线索)|望(?:知情|广大|好心)|请(?:知情|广大|好心|其?(?:生)?父母|监护人|认识|各位|大家|帮忙|家属|亲属|与|拨打|联系|持)|知情者|必有重谢|重金|定有?酬|感谢|扩散|转发|特此公告|依法|将视为|查找不到)[^。\n]{0,80}", RegexOptions.CultureInvariant)]
    private static partial Regex Appeals();

    [GeneratedRegex(@"据(?!了解|悉)[^,。\n]{1,16}?(?:介绍|反映|称|描述|回忆|透露|讲述)(?=[,:]|说)", RegexOptions.CultureInvariant)]
    private static partial Regex Reporters();

    public static string Of(string text)
    {
        var plain = PlainText.Of(text).ToCharArray();
        for (var i = 0; i < plain.Length; i++)
        {
            var c = text[i];
            if (c is '\t' or '│' or '┃' or '¦') plain[i] = '|';
            else if (Bullets.Contains(c, StringComparison.Ordinal) || (c is '○' or '•' or '·' or '-' or '*' && StartsLine(text, i))) plain[i] = '\n';
            else if (plain[i] is '\r' || char.IsSurrogate(c)) plain[i] = '\n';
        }
        var whole = new string(plain);
        foreach (Match m in Bracketed().Matches(whole))
        {
            (plain[m.Index], plain[m.Index + m.Length - 1]) = ('\n', ':');
            if (m.Groups["label"].Index + m.Groups["label"].Length < m.Index + m.Length - 1) plain[m.Groups["label"].Index + m.Groups["label"].Length] = ' ';
        }
        foreach (Match m in OfOthers().Matches(whole)) Blank(plain, m.Index, End(plain, m));
        foreach (Match m in Numbers().Matches(whole)) Blank(plain, m.Index, m.Index + m.Length);
        foreach (Match m in Appeals().Matches(whole)) Blank(plain, m.Index, m.Index + m.Length);
        foreach (Match m in Reporters().Matches(whole)) Blank(plain, m.Index, m.Index + m.Length);
        return new string(plain);
    }

    private static bool StartsLine(string text, int at)
    {
        while (--at >= 0 && text[at] is ' ' or '\u3000') { }
        return at < 0 || text[at] == '\n';
    }

    /// <summary>What a caller's or a volunteer's label governs: its line where it has a colon, else its clause.</summary>
    private static int End(char[] plain, Match m)
    {
        var end = m.Index + m.Length;
        while (end < plain.Length && plain[end] == ' ') end++;
        var line = end < plain.Length && plain[end] == ':';
        while (end < plain.Length && plain[end] is not ('\n' or '|' or '。' or ';' or ')') && (line || plain[end] is not ',')) end++;
        return end;
    }

    private static void Blank(char[] plain, int from, int to) => plain.AsSpan(from, to - from).Fill('\n');
}
