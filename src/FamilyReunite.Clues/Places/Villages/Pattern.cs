using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>One way to read a heard name: which of its characters stand for the syllables of a name.</summary>
/// <param name="At">Positions in the heard text.</param>
/// <param name="Cost">Log-odds taken off for what was left out.</param>
/// <param name="Level">Level that the word behind the name speaks of.</param>
/// <param name="LevelFrom">Position from which on the characters are such a word although they are read as part of the name: they say little.</param>
internal sealed record Pattern(int[] At, double Cost, HeardLevel Level, int LevelFrom = int.MaxValue)
{
    /// <summary>A word for a level, or a group's number, taken as part of the name.</summary>
    private const double LevelInName = -1;

    /// <summary>A word for a market taken for a town's level word; estimated.</summary>
    private const double Market = -1.5;

    private const string Markets = "场集街圩墟";

    private const int Longest = 12;

    /// <summary>The ways to read the characters from <paramref name="start"/> to <paramref name="end"/> as one name.</summary>
    public static List<Pattern> Of(string text, int start, int end)
    {
        var ways = new List<Pattern>(4);
        var whole = end;
        end = start + NameCore.WithoutGroup(text.AsSpan(start, end - start));
        var (length, level) = NameCore.Heard(text.AsSpan(start, end - start));
        Add(length, 0, level);
        if (level != HeardLevel.None) Add(end - start, LevelInName, HeardLevel.None);
        // people call a town by its market ("季家场" for 季家镇)
        if (level == HeardLevel.None && end - start >= 3 && Markets.Contains(text[end - 1], StringComparison.Ordinal)) Add(end - start - 1, Market, HeardLevel.Town);
        if (whole > end) Add(whole - start, LevelInName, HeardLevel.None);
        return ways;

        void Add(int count, double cost, HeardLevel said)
        {
            if (count is < 1 or > Longest) return;
            int[] all = [.. Enumerable.Range(start, count)];
            ways.Add(new Pattern(all, cost, said, start + length));
            for (var i = 1; i < count && count >= 3; i++)
                if (Slips.IsFree(text[start + i])) ways.Add(new Pattern([.. all.Where(x => x != start + i)], cost + Slips.Free, said, start + length));
        }
    }

    /// <summary>Log-odds of the level said for a town or a village; a wrong one costs but does not kill.</summary>
    public double LevelOdds(bool town) => (Level, town) switch
    {
        (HeardLevel.Town, true) or (HeardLevel.Village, false) => 2,
        (HeardLevel.Town, false) or (HeardLevel.Village, true) => -2,
        (HeardLevel.Above, true) => -3,
        (HeardLevel.Above, false) => -4.5,
        _ => 0,
    };
}
