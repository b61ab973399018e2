using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Retrieval;

/// <summary>What two records must share to be worth comparing, as plain words.</summary>
internal static class BlockingKeys
{
    private const int YearsPerKey = 5;
    private const int WidestBirth = 25;

    public static HashSet<string> Of(ClueSet clues)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var n in clues.Names) Name(keys, n);
        foreach (var h in clues.Homes) Place(keys, "h", h.Code);
        foreach (var p in clues.LastPlaces) Place(keys, "l", p.Code);
        foreach (var m in clues.Marks) keys.Add($"m{m.Mark.Kind}|{m.Mark.Part}");
        foreach (var b in clues.Births) Birth(keys, b.Born);
        foreach (var e in clues.Ethnicities) keys.Add("e" + e);
        foreach (var l in clues.Languages) keys.Add("s" + l);
        foreach (var d in clues.Disabilities) keys.Add("d" + d);
        foreach (var f in clues.Foods) keys.Add("f" + f);
        foreach (var c in clues.Clothing) keys.Add("c" + c);
        foreach (var f in clues.Family.Where(f => f.NameReadings.Count > 0)) keys.Add($"r{f.Member.Relation}{string.Concat(f.NameReadings.Select(r => r[0]))}");
        return keys;
    }

    private static void Name(HashSet<string> keys, NameClue name)
    {
        keys.Add("w" + name.Text);
        var sounds = name.Readings.Where(r => r.Count > 0).Select(r => r[0]).ToList();
        keys.Add("n" + string.Join(' ', sounds));
        for (var i = 0; i < sounds.Count; i++)
        {
            keys.Add("y" + sounds[i]);
            for (var j = i + 1; j < sounds.Count; j++) keys.Add($"p{sounds[i]} {sounds[j]}");
        }
    }

    private static void Place(HashSet<string> keys, string prefix, DivisionCode code)
    {
        foreach (var level in (ReadOnlySpan<DivisionLevel>)[DivisionLevel.Province, DivisionLevel.Prefecture, DivisionLevel.County])
            if (code.Level >= level) keys.Add(prefix + code.At(level).Digits);
    }

    private static void Birth(HashSet<string> keys, DaySpan born)
    {
        if (born.Last.Year - born.First.Year > WidestBirth) return;
        for (var k = born.First.Year / YearsPerKey; k <= born.Last.Year / YearsPerKey; k++) keys.Add("b" + k.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
