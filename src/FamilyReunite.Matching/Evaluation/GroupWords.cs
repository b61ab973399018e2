namespace FamilyReunite.Matching.Evaluation;

/// <summary>Names of groups in Chinese and English.</summary>
internal static class GroupWords
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new(StringComparer.Ordinal)
    {
        ["all"] = ("全部", "all"), ["named"] = ("说得出姓名", "gives a name"), ["heard"] = ("姓名只凭听音", "name only as heard"), ["no-name"] = ("没有姓名", "no name"),
        ["child-then-adult"] = ("幼时走失、如今成年", "lost as a child, now adult"), ["text-only"] = ("只有一段文字", "free text only"), ["contradictory"] = ("说法互相矛盾", "contradictory statements"), ["nothing"] = ("几乎一无所知", "next to nothing"),
        ["clues-0-3"] = ("线索 0–3 类", "0–3 kinds of clues"), ["clues-4-6"] = ("线索 4–6 类", "4–6 kinds of clues"), ["clues-7-9"] = ("线索 7–9 类", "7–9 kinds of clues"), ["clues-10"] = ("线索 10 类以上", "10 kinds of clues or more"),
        ["pair-0-2"] = ("可比 0–2 项", "0–2 features compared"), ["pair-3-5"] = ("可比 3–5 项", "3–5 features compared"), ["pair-6-8"] = ("可比 6–8 项", "6–8 features compared"), ["pair-9"] = ("可比 9 项以上", "9 features or more"),
    };

    /// <summary>A group that has no name of its own goes by its key.</summary>
    public static (string Zh, string En) Of(string group) => Words.TryGetValue(group, out var words) ? words : (group, group);
}
