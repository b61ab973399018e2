namespace FamilyReunite.Clues.Places.Villages;

/// <summary>Names that stations added, made ready to be compared by sound.</summary>
internal sealed class AddedNames
{
    private readonly char[] _text;
    private readonly ushort[] _classes;
    private readonly Entry[] _entries;

    /// <param name="Town">Position of its town, or of the first town of its county when only that is known.</param>
    internal sealed record Entry(AddedName Name, FlatName Flat, int Town, bool InTown);

    public AddedNames(IReadOnlyList<AddedName> names, VillageTable table, Func<char[], ushort[]> classes)
    {
        var text = new List<char>();
        var entries = new List<Entry>(names.Count);
        foreach (var added in names)
        {
            var name = Writing.PlainText.Of(added.Name);
            if (name.Length is 0 or > byte.MaxValue || Town(added.Division.Digits, table) is not (>= 0 and var town)) continue;
            var core = NameCore.OfVillage(name);
            entries.Add(new Entry(added, new FlatName(text.Count, (byte)name.Length, (byte)core, (byte)NameCore.Soft(name.AsSpan(0, core)), 0), town, added.Division.Digits.Length >= 9));
            text.AddRange(name);
        }
        (_text, _entries) = ([.. text], [.. entries]);
        _classes = classes(_text);
    }

    public Entry this[int index] => _entries[index];

    /// <param name="known">What is known of a town before the name is looked at; the flag is false where only its county is known.</param>
    public void Offer(HeardSounds heard, List<Pattern> patterns, Func<int, bool, double> known, Func<int, ReadOnlySpan<float>> rows, Action<Hit> offer)
    {
        var scorer = new NameScorer(_text, _classes, heard, patterns, towns: false);
        for (var i = 0; i < _entries.Length; i++)
        {
            var entry = _entries[i];
            var total = known(entry.Town, entry.InTown);
            if (!double.IsNegativeInfinity(total)) total += scorer.Odds(entry.Flat, rows(entry.Town));
            if (!double.IsNegativeInfinity(total)) offer(Hit.OfAdded(entry.Town, i, total));
        }
    }

    private static int Town(string digits, VillageTable table) =>
        digits.Length >= 9 ? Array.FindIndex(table.Towns, t => t.Code == digits[..9]) is >= 0 and var town ? town : First(digits[..6], table) : First(digits, table);

    private static int First(string county, VillageTable table) => Array.FindIndex(table.Towns, t => t.Code.StartsWith(county, StringComparison.Ordinal));
}
