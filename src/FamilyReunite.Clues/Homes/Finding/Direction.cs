namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>A side of a province ("北", "东南部") as people say it.</summary>
internal sealed record Direction(double East, double North, int Length)
{
    private static readonly (string Word, double East, double North)[] Words =
        [("东南", 1, -1), ("东北", 1, 1), ("西南", -1, -1), ("西北", -1, 1), ("东", 1, 0), ("西", -1, 0), ("南", 0, -1), ("北", 0, 1), ("中", 0, 0)];

    /// <summary>Part of a province's counties that a side is made of; estimated.</summary>
    private const double Part = 0.4;

    /// <summary>The side that the words name from a position on; null when they name none.</summary>
    public static Direction? At(string words, int at)
    {
        foreach (var (word, east, north) in Words)
        {
            if (string.CompareOrdinal(words, at, word, 0, word.Length) != 0) continue;
            var length = word.Length;
            if (at + length < words.Length && words[at + length] == '部') length++;
            return new Direction(east, north, length);
        }
        return null;
    }

    /// <summary>The counties that lie furthest to that side.</summary>
    public IReadOnlyList<int> Of(IReadOnlyList<int> counties)
    {
        var (x, y) = (counties.Average(i => CountySet.All[i].Centre.Longitude), counties.Average(i => CountySet.All[i].Centre.Latitude));
        return [.. counties.OrderByDescending(i => Along(CountySet.All[i].Centre.Longitude - x, CountySet.All[i].Centre.Latitude - y)).Take(Math.Max(1, (int)(counties.Count * Part)))];
    }

    private double Along(double east, double north) => East == 0 && North == 0 ? -Math.Abs(east) - Math.Abs(north) : east * East + north * North;
}
