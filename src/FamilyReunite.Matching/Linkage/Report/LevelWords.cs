namespace FamilyReunite.Matching.Linkage.Report;

/// <summary>Levels in words, Chinese and English.</summary>
internal static class LevelWords
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new(StringComparer.Ordinal)
    {
        ["missing"] = ("一方没有", "one side says nothing"), ["exact"] = ("相同", "the same"), ["one-edit"] = ("差一处", "one slip apart"), ["two-edits"] = ("差两处", "two slips apart"), ["part"] = ("一部分相同", "a part is the same"),
        ["different"] = ("不同", "different"), ["near"] = ("写法相近", "nearly the same"), ["swapped"] = ("日月颠倒", "day and month swapped"), ["slip"] = ("差一个数字", "one digit apart"), ["two-parts"] = ("年月日中两项相同", "two of year, month and day the same"),
        ["same-year"] = ("同年", "the same year"), ["day-and-month"] = ("同月同日", "the same day and month"), ["two-slips"] = ("差两个数字", "two digits apart"), ["near-year"] = ("相差一年", "a year apart"), ["decade"] = ("相差十年内", "within ten years"),
        ["same"] = ("相同", "the same"), ["one-year"] = ("相差一岁", "a year apart"), ["three-years"] = ("相差三岁内", "within three years"), ["six-years"] = ("相差六岁内", "within six years"),
        ["all"] = ("相同", "the same"), ["most"] = ("大部分相同", "mostly the same"), ["some"] = ("少部分相同", "partly the same"), ["none"] = ("不同", "different"),
        ["very-alike"] = ("非常相像", "very alike"), ["alike"] = ("相像", "alike"), ["rather-alike"] = ("比较相像", "rather alike"), ["somewhat-alike"] = ("有些相像", "somewhat alike"), ["little-alike"] = ("略微相像", "little alike"),
    };

    private static readonly Dictionary<string, (string Zh, string En)> Rest = new(StringComparer.Ordinal)
    {
        ["all"] = ("全部对上", "nothing is left over"), ["nearly-all"] = ("几乎全部对上", "hardly anything is left over"), ["part"] = ("一方包含另一方", "one contains the other"), ["some-against"] = ("略有冲突", "some of it differs"), ["much-against"] = ("冲突较多", "much of it differs"),
    };

    private static readonly (string Zh, string En)[] Shared =
        [("没有共同的词", "nothing shared"), ("共同的词极常见", "very common words shared"), ("共同的词很常见", "common words shared"), ("共同的词较常见", "fairly common words shared"), ("有共同的词", "words shared"),
         ("共同的词较少见", "less common words shared"), ("共同的词少见", "uncommon words shared"), ("共同的词很少见", "rare words shared"), ("共同的词极少见", "very rare words shared")];

    public static string Zh(string code) => Of(code).Zh;

    public static string En(string code) => Of(code).En;

    private static (string Zh, string En) Of(string code)
    {
        if (Words.TryGetValue(code, out var words)) return words;
        var parts = code.Split('-', 3);
        var (shared, rest) = (Shared[parts[1][0] - '0'], Rest[parts[2]]);
        return ($"{shared.Zh}，{rest.Zh}", $"{shared.En}, {rest.En}");
    }
}
