using System.Text.RegularExpressions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Descriptions;

/// <summary>Dates of birth, of going missing and of being found, told apart by the words around them; the animal of the birth year.</summary>
internal sealed partial class DatedEvents : FactFamily
{
    private const int Reach = 30;

    [GeneratedRegex(@"(?:出生(?:日期|年月|时间)?|生日|生于)[^\d,。\n]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex BirthBefore();

    [GeneratedRegex(@"^[^,。;\n]{0,6}?(?:出生|生日|生人|生(?![活病]))", RegexOptions.CultureInvariant)]
    private static partial Regex BirthAfter();

    [GeneratedRegex(@"(?:(?<missing>失踪|走失|丢失|离家|失联|被拐)|(?<found>发现|入站|进站|救助|捡到|拾到|受助)|(?<none>注册|登记|更新|采集|发布|报案|填表|截至|截止))(?:日期|时间|于|:|\s){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<missing>走失|失踪|离家|未归|走散|丢失|失联|失去联系|被拐|拐走|抱走|骗走|离开|外出|出走|走丢|出门|迷路|走出|不见了|没有回来|没回来|未回|不知去向|下落不明)|(?<found>发现|救助|送至|送到|送来|入站|进站|捡到|拾到|护送|送站|送入|转入|接收|捡拾|拾捡|遗弃|流浪)", RegexOptions.CultureInvariant)]
    private static partial Regex Event();

    [GeneratedRegex("属(?:相)?[是为:]?(?<z>[鼠牛虎兔龙蛇马羊猴鸡狗猪])", RegexOptions.CultureInvariant)]
    private static partial Regex Animal();

    public override IReadOnlyList<FactKind> Kinds => [FactKind.BirthDate, FactKind.MissingAt, FactKind.FoundAt, FactKind.Zodiac];

    public override void Find(string text, List<ReadFact> found)
    {
        foreach (var (date, at) in Dates.In(text))
            if (KindOf(text, at.Index, at.Index + at.Length, date) is { } kind) found.Add(Fact(kind, at, date.ToString()));
        foreach (Match m in Animal().Matches(text)) found.Add(Fact(FactKind.Zodiac, m, m.Groups["z"].Value));
    }

    public override string? Understand(FactKind kind, string asHeard)
    {
        if (kind != FactKind.Zodiac) return Dates.Understand(asHeard)?.ToString();
        var m = Animal().Match(asHeard.Contains('属', StringComparison.Ordinal) ? asHeard : "属" + asHeard.Trim());
        return m.Success ? m.Groups["z"].Value : null;
    }

    private static FactKind? KindOf(string text, int start, int end, PartialDate date)
    {
        var before = text[Math.Max(0, start - 12)..start];
        var after = text[end..Math.Min(text.Length, end + Reach)];
        if (BirthBefore().IsMatch(before) || BirthAfter().IsMatch(after)) return FactKind.BirthDate;
        if (Label().Match(before) is { Success: true } l) return l.Groups["missing"].Success ? FactKind.MissingAt : l.Groups["found"].Success ? FactKind.FoundAt : null;
        if (Nearest(Sentence(after)) is { } near) return near;
        // no word nearby: the text as a whole says whether someone looks for or has found a person
        if (date.Year is null && date.Calendar == DateCalendar.Lunar) return FactKind.BirthDate;
        if (text.Contains('|', StringComparison.Ordinal) || text.Contains("无名", StringComparison.Ordinal)) return FactKind.FoundAt;
        return Event().Match(text) is { Success: true } e ? e.Groups["missing"].Success && !text.Contains("受助", StringComparison.Ordinal) ? FactKind.MissingAt : FactKind.FoundAt : null;
    }

    private static FactKind? Nearest(string words) => Event().Match(words) is { Success: true } m ? m.Groups["missing"].Success ? FactKind.MissingAt : FactKind.FoundAt : null;

    private static string Sentence(string after) => after.AsSpan().IndexOfAny('。', '\n', '|') is >= 0 and var stop ? after[..stop] : after;
}
