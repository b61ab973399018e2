using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Puts facts into the running words of a notice, as stations and families post them.</summary>
internal static class NoticeWriter
{
    private static readonly Dictionary<FactKind, string> Phrases = new()
    {
        [FactKind.Sex] = "{0}", [FactKind.Age] = "{0}", [FactKind.BirthDate] = "{0}出生", [FactKind.Height] = "身高{0}", [FactKind.Build] = "体型{0}", [FactKind.Hair] = "{0}",
        [FactKind.Mark] = "{0}", [FactKind.Upper] = "上身穿{0}", [FactKind.Lower] = "下身穿{0}", [FactKind.Shoes] = "脚穿{0}", [FactKind.Hat] = "头戴{0}", [FactKind.Belonging] = "随身有{0}",
        [FactKind.Ethnicity] = "民族：{0}", [FactKind.Accent] = "{0}", [FactKind.Language] = "说{0}", [FactKind.LanguageAbility] = "{0}", [FactKind.Health] = "{0}", [FactKind.Mind] = "{0}",
        [FactKind.NameHeard] = "名叫“{0}”（音）", [FactKind.OtherName] = "小名{0}", [FactKind.HomeHeard] = "自称家在“{0}”（音）", [FactKind.FoundAt] = "{0}被发现", [FactKind.FoundPlace] = "发现地点：{0}",
        [FactKind.MissingAt] = "{0}走失", [FactKind.MissingPlace] = "走失地点：{0}", [FactKind.Circumstances] = "{0}", [FactKind.Family] = "{0}", [FactKind.Food] = "爱吃{0}", [FactKind.Terrain] = "家乡{0}", [FactKind.FreeText] = "{0}",
    };

    public static string Station(IEnumerable<Draft> facts) => Write("受助人员", facts, name: "自称叫{0}", home: "自称是{0}人");

    public static string Family(IEnumerable<Draft> facts) => Write("寻人", facts, name: "{0}", home: "家住{0}");

    private static string Write(string opening, IEnumerable<Draft> facts, string name, string home)
    {
        var parts = facts.OrderBy(f => f.Kind is FactKind.Name or FactKind.NameHeard ? 0 : f.Kind is FactKind.Sex or FactKind.Age or FactKind.BirthDate ? 1 : 2)
            .Select(f => (f.Kind switch { FactKind.Name => name, FactKind.HomePlace => home, _ => Phrases.GetValueOrDefault(f.Kind) })?.Replace("{0}", f.AsHeard, StringComparison.Ordinal))
            .OfType<string>();
        return opening + "：" + string.Join("，", parts) + "。";
    }
}
