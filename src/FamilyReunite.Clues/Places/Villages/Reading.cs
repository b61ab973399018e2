namespace FamilyReunite.Clues.Places.Villages;

/// <summary>One way to read the words below the county.</summary>
/// <param name="Start">Where they begin in the text.</param>
/// <param name="Town">The town's part; null when one name is all there is.</param>
/// <param name="Last">The village's part, or the only one.</param>
/// <param name="Cost">Log-odds taken off for this reading.</param>
internal sealed record Reading(int Start, (int Start, int End)? Town, (int Start, int End) Last, double Cost = 0)
{
    /// <summary>Two names without a level word between them; estimated.</summary>
    private const double Unmarked = -3;

    /// <summary>A name that ends like a spot in a town; estimated, some communities are called after one (公园社区).</summary>
    private const double Spot = -5;

    /// <summary>A district between a county and its towns that is passed over, for today has none; estimated.</summary>
    private const double Passed = -1;

    private const int ShortestRoad = 4, LongestName = 5;

    /// <summary>What ends a spot in a town rather than the name of a village.</summary>
    private static readonly string[] Spots =
    [
        "路", "街", "巷", "弄", "大道", "号", "号楼", "单元", "室", "医院", "市场", "学校", "中学", "小学", "大学", "小区", "花园", "大厦", "公园", "酒店", "宾馆", "车站", "火车站", "广场", "商场", "超市", "派出所", "救助站", "门口", "附近", "路口", "桥下", "墙根", "长椅",
    ];

    private const int Longest = 24;

    /// <summary>The readings of what follows a position; none when nothing follows or it is too long to be a name.</summary>
    /// <param name="below">True when a county or a larger place stands before, so that two names may stand without level words.</param>
    public static List<Reading> Of(string text, int from, bool below)
    {
        var readings = new List<Reading>(4);
        var parts = new List<(int Start, int End)>(2);
        for (var at = from; at < text.Length;)
        {
            while (at < text.Length && (!char.IsLetterOrDigit(text[at]) || text[at] == '的')) at++;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            if (at > start) parts.Add((start, at));
        }
        if (parts.Count is 0 or > 3 || parts.Sum(p => p.End - p.Start) > Longest) return readings;
        var (first, end) = parts[0];
        if (IsSpot(text.AsSpan(parts[^1].Start, parts[^1].End - parts[^1].Start)))
        {
            readings = OfSpot(text, from, parts[0]);
            if (readings.Count == 0 && parts.Count == 1 && end - first <= LongestName) readings.Add(new Reading(from, null, parts[0], Spot));
            return readings;
        }
        if (parts.Count > 1)
        {
            readings.Add(new Reading(from, parts[0], parts[1]));
            return readings;
        }
        readings.Add(new Reading(from, null, parts[0]));
        if (District(text, first, end) is { } town)
            readings.AddRange(Of(text, town, below: true).Select(r => r with { Start = from, Cost = r.Cost + Passed }));
        if (NameCore.TownWord(text.AsSpan(first, end - first)) is { } word)
        {
            var onlyWord = NameCore.IsLevelWord(text.AsSpan(first + word.End, end - first - word.End));
            readings.Add(onlyWord ? new Reading(from, null, (first, first + word.End)) : new Reading(from, (first, first + word.End), (first + word.End, end)));
        }
        else if (below && end - first is >= 4 and <= 7)
            for (var cut = 2; cut <= 3 && end - first - cut >= 2; cut++) readings.Add(new Reading(from, (first, first + cut), (first + cut, end), Unmarked));
        return readings;
    }

    /// <summary>Where the town begins behind a district ("温泉区和谦公社", as it was until the eighties); null when there is none.</summary>
    private static int? District(string text, int first, int end)
    {
        for (var at = first + 2; at < Math.Min(end - 3, first + 4); at++)
        {
            if (text[at] != '区') continue;
            var town = text.AsSpan(at + 1, end - at - 1).StartsWith("公所", StringComparison.Ordinal) ? at + 3 : at + 1;
            if (town < end && (NameCore.Heard(text.AsSpan(town, end - town)).Level == HeardLevel.Town || NameCore.TownWord(text.AsSpan(town, end - town)) is not null)) return town;
        }
        return null;
    }

    /// <summary>A short name that ends like a road may be a village heard so; the longer words are never heard by chance.</summary>
    private static bool IsSpot(ReadOnlySpan<char> part)
    {
        foreach (var spot in Spots)
            if (part.EndsWith(spot, StringComparison.Ordinal) && (spot.Length > 1 || part.Length >= ShortestRoad)) return true;
        return false;
    }

    /// <summary>Of a spot only the town that is named before it counts.</summary>
    private static List<Reading> OfSpot(string text, int from, (int Start, int End) part) =>
        NameCore.TownWord(text.AsSpan(part.Start, part.End - part.Start)) is { } word ? [new Reading(from, null, (part.Start, part.Start + word.End))] : [];
}
