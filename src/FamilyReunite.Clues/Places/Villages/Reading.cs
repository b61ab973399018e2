namespace FamilyReunite.Clues.Places.Villages;

/// <summary>One way to read the words below the county.</summary>
/// <param name="Start">Where they begin in the text.</param>
/// <param name="Town">The town's part; null when one name is all there is.</param>
/// <param name="Last">The village's part, or the only one.</param>
internal sealed record Reading(int Start, (int Start, int End)? Town, (int Start, int End) Last)
{
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
        if (parts.Count > 1)
        {
            readings.Add(new Reading(from, parts[0], parts[1]));
            return readings;
        }
        readings.Add(new Reading(from, null, parts[0]));
        if (NameCore.TownWord(text.AsSpan(first, end - first)) is { } word) readings.Add(new Reading(from, (first, first + word.End), (first + word.End, end)));
        else if (below && end - first is >= 4 and <= 7)
            for (var cut = 2; cut <= 3 && end - first - cut >= 2; cut++) readings.Add(new Reading(from, (first, first + cut), (first + cut, end)));
        return readings;
    }
}
