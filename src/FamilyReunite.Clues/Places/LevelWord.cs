using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Places;

/// <summary>The word behind a place name ("县", "自治州", "镇") and what it says for or against a reading, in log-odds.</summary>
internal static class LevelWord
{
    private static readonly (string Word, int Rank)[] Words =
    [
        ("特别行政区", 1), ("自治区", 1), ("省", 1), ("自治州", 2), ("地区", 2), ("专区", 2), ("行政公署", 2), ("行署", 2), ("专署", 2), ("盟", 2), ("州", 2), ("自治县", 3), ("自治旗", 3), ("新区", 3), ("林区", 3), ("城区", 3),
        ("市", 5), ("县", 3), ("区", 3), ("旗", 3), ("街道", 6), ("镇", 4), ("乡", 4), ("公社", 4), ("苏木", 4), ("村", 6), ("屯", 6), ("庄", 6), ("社区", 6),
        ("大道", 9), ("大街", 9), ("中路", 9), ("东路", 9), ("西路", 9), ("南路", 9), ("北路", 9), ("路", 9), ("街", 9), ("巷", 9), ("桥", 9), ("下", 9), ("墙", 9), ("菜市场", 9), ("山", 8), ("河", 8),
    ];

    public const double Whole = 3.5;

    /// <summary>Bodies of an area that are said for the area itself.</summary>
    private static readonly string[] Bodies = ["革命委员会", "革委会", "人民政府"];

    /// <summary>How the text behind a name continues: the length of its level word, with the body that sits there, and its log-odds for this name.</summary>
    public static (int Length, double Odds) Read(ReadOnlySpan<char> rest, PlaceName name)
    {
        var (length, odds) = Plain(rest, name);
        foreach (var body in Bodies)
            if ((length > 0 || name.Suffix.Length == 0) && rest[length..].StartsWith(body, StringComparison.Ordinal)) return (length + body.Length, odds);
        return (length, odds);
    }

    /// <summary>A level word without the body said with it.</summary>
    public static string WithoutBody(string word)
    {
        foreach (var body in Bodies)
            if (word.EndsWith(body, StringComparison.Ordinal)) return word[..^body.Length];
        return word;
    }

    private static (int Length, double Odds) Plain(ReadOnlySpan<char> rest, PlaceName name)
    {
        if (name.Suffix.Length > 0 && rest.StartsWith(name.Suffix, StringComparison.Ordinal)) return (name.Suffix.Length, Whole + 0.4 * (name.Suffix.Length - 1));
        foreach (var (word, rank) in Words)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return Other(word, rank, name);
        return (0, name.Suffix.Length == 0 ? Whole - 0.5 : 0);
    }

    private static (int Length, double Odds) Other(string word, int rank, PlaceName name)
    {
        if (rank == 9) return (0, -9);
        if (rank == 8) return (0, -1);
        if (name.Suffix.Length == 0) return (0, Whole - 0.5);
        if (name.Suffix.EndsWith(word, StringComparison.Ordinal) && name.Suffix is not ("地区" or "自治区" or "特别行政区")) return (word.Length, Whole - 0.4);
        var own = name.Level switch { DivisionLevel.Province => 1, DivisionLevel.Prefecture => 2, _ => 3 };
        if (rank == own || (rank == 5 && own >= 2)) return (word.Length, Whole - 1.5);
        return rank is 4 or 6 ? (0, rank == 4 ? -5 : -6) : (word.Length, -2.5);
    }
}
