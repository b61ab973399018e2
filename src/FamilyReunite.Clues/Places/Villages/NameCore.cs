using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Where the level word of a town's or village's name begins, as written in a table or heard.</summary>
internal static class NameCore
{
    private static readonly string[] OfTowns =
    [
        "公社革命委员会", "公社革委会", "乡人民政府", "镇人民政府", "地区街道办事处", "街道办事处", "民族苏木", "民族乡", "民族镇", "人民公社", "街道办", "街道", "办事处", "公社", "苏木", "努图克", "区公所", "地区", "镇", "乡",
    ];

    private static readonly string[] Peoples =
    [
        "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "乌孜别克", "俄罗斯", "鄂温克", "鄂伦春", "塔塔尔", "达斡尔", "蒙古", "布依", "朝鲜", "哈尼", "傈僳", "拉祜", "东乡", "纳西", "景颇", "仫佬", "布朗", "撒拉", "毛南", "仡佬",
        "锡伯", "阿昌", "普米", "德昂", "保安", "裕固", "独龙", "赫哲", "门巴", "珞巴", "基诺", "土家", "高山", "回", "藏", "苗", "彝", "壮", "满", "侗", "瑶", "白", "傣", "黎", "佤", "畲", "水", "土", "羌", "怒", "京",
    ];

    private static readonly string[] OfVillages =
    [
        "大队革委会", "社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "生产大队", "社区村", "生产队", "村委会", "居委会", "牧委会", "家委会", "委员会", "嘎查村", "生活区", "社区", "嘎查", "大队", "村",
    ];

    private static readonly string[] Above = ["自治县", "自治旗", "自治州", "地区", "新区", "县", "市", "区", "旗", "州", "盟"];

    private static readonly string[] Groups = ["村民小组", "村民组", "生产小队", "生产队", "小组", "小队", "组", "队", "社"];

    private const string Numbers = "第一二三四五六七八九十0123456789";

    /// <summary>Characters of a town's name before its level word and its peoples ("苟角" of 苟角镇, "白土" of 白土布依族乡).</summary>
    public static int OfTown(ReadOnlySpan<char> name)
    {
        var cut = Cut(name, OfTowns, 2);
        while (cut < name.Length && cut > 3 && name[cut - 1] == '族')
        {
            var shorter = Cut(name[..(cut - 1)], Peoples, 2);
            if (shorter == cut - 1) break;
            cut = shorter;
        }
        return cut;
    }

    public static int OfVillage(ReadOnlySpan<char> name)
    {
        var cut = Cut(name, OfVillages, 2);
        return cut == name.Length ? cut : Cut(name[..cut], OfVillages, 2);
    }

    /// <summary>Position of the last free syllable of a name of three or more; 0 when there is none.</summary>
    public static int Soft(ReadOnlySpan<char> core)
    {
        if (core.Length < 3) return 0;
        for (var i = core.Length - 1; i > 0; i--)
            if (Slips.IsFree(core[i])) return i;
        return 0;
    }

    /// <summary>The name heard, its length without level word, and the level that the word names.</summary>
    public static (int Length, HeardLevel Level) Heard(ReadOnlySpan<char> name)
    {
        var cut = Cut(name, OfTowns, 2);
        if (cut < name.Length) return (cut, HeardLevel.Town);
        cut = OfVillage(name);
        if (cut < name.Length) return (cut, HeardLevel.Village);
        cut = Cut(name, Above, 2);
        return (cut, cut < name.Length ? HeardLevel.Above : HeardLevel.None);
    }

    /// <summary>True when nothing but a level word stands there.</summary>
    public static bool IsLevelWord(ReadOnlySpan<char> text) => Heard($"某某{text}").Length == 2;

    /// <summary>Length without a group at the end ("三组", "第2村民小组").</summary>
    public static int WithoutGroup(ReadOnlySpan<char> name)
    {
        foreach (var group in Groups)
        {
            if (!name.EndsWith(group, StringComparison.Ordinal)) continue;
            var end = name.Length - group.Length;
            var from = end;
            while (from > 0 && Numbers.Contains(name[from - 1], StringComparison.Ordinal)) from--;
            if (from < end && from > 1) return from;
        }
        return name.Length;
    }

    /// <summary>Where a town's level word stands inside a text with at least two characters behind it: its start and its end; null when there is none.</summary>
    public static (int Start, int End)? TownWord(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length - 2; at++)
            foreach (var word in OfTowns)
                if (text[at..].StartsWith(word, StringComparison.Ordinal) && at + word.Length + 2 <= text.Length && (at >= 2 || word.Length > 1)) return (at, at + word.Length);
        return null;
    }

    private static int Cut(ReadOnlySpan<char> name, string[] words, int least)
    {
        foreach (var word in words)
            if (name.Length >= word.Length + least && name.EndsWith(word, StringComparison.Ordinal)) return name.Length - word.Length;
        return name.Length;
    }
}

/// <summary>The level that the last word of a heard name speaks of.</summary>
internal enum HeardLevel { None, Village, Town, Above }
