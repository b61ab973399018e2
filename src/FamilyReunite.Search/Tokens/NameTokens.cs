using FamilyReunite.Clues;

namespace FamilyReunite.Search.Tokens;

/// <summary>Names: as written, with one character missing, and by sound whole, in parts and in pairs of syllables whatever their order.</summary>
internal static class NameTokens
{
    private const int MaxWholes = 4;

    public static void Add(TokenBag bag, NameClue name)
    {
        var surname = SurnameLength(name);
        if (!name.HeardOnly) AddWritten(bag, name);
        var readings = Readings(name);
        if (readings.Count == 0) return;
        var keys = readings.Select(r => Distinct(r.Select(SoundKey.Of))).ToList();
        foreach (var (whole, share) in Wholes(keys)) bag.Add(TokenKinds.NameSound, whole, share);
        for (var i = 0; i < keys.Count; i++)
            foreach (var k in keys[i]) bag.Add(i < surname ? TokenKinds.SurnameSound : TokenKinds.Syllable, k, 1.0 / keys[i].Count);
        AddPairs(bag, TokenKinds.SyllablePair, keys);
        var coarse = Coarse(readings);
        foreach (var (whole, share) in Wholes(coarse)) bag.Add(TokenKinds.CoarseWhole, whole, share);
        AddPairs(bag, TokenKinds.CoarsePair, coarse);
    }

    /// <summary>Two syllables of one name, neighbours or not, order-free: "guo jian" finds "jian guo".</summary>
    public static void AddPairs(TokenBag bag, TokenKind kind, IReadOnlyList<IReadOnlyList<string>> keys, int reach = 3)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            for (var j = i + 1; j < keys.Count && j <= i + reach; j++)
            {
                foreach (var a in keys[i])
                    foreach (var b in keys[j])
                        bag.Add(kind, string.CompareOrdinal(a, b) <= 0 ? $"{a} {b}" : $"{b} {a}", 1.0 / (keys[i].Count * keys[j].Count));
            }
        }
    }

    /// <summary>Whole names over all readings, at most four, each with its share.</summary>
    public static IEnumerable<(string Whole, double Share)> Wholes(IReadOnlyList<IReadOnlyList<string>> keys)
    {
        if (keys.Count < 2) return [];
        IEnumerable<string> wholes = [""];
        foreach (var k in keys) wholes = wholes.SelectMany(w => k.Select(s => w.Length == 0 ? s : w + " " + s)).Take(MaxWholes).ToList();
        var list = wholes.ToList();
        return list.Select(w => (w, 1.0 / list.Count));
    }

    public static IReadOnlyList<IReadOnlyList<string>> Coarse(IEnumerable<IReadOnlyList<string>> readings) => [.. readings.Select(r => Distinct(r.Select(CoarseSound.Of)))];

    public static IReadOnlyList<string> Distinct(IEnumerable<string> sounds) => [.. sounds.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];

    private static void AddWritten(TokenBag bag, NameClue name)
    {
        var text = HanText.Fold(name.Text);
        bag.Add(TokenKinds.NameWritten, text);
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        if (runes.Count is < 3 or > 12) return;
        for (var i = 0; i < runes.Count; i++) bag.Add(TokenKinds.NameButOne, string.Concat(runes.Select((r, at) => at == i ? "_" : r)));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Readings(NameClue name) =>
        name.Readings.Count > 0 || name.Script != NameScript.Latin ? [.. name.Readings.Where(r => r.Count > 0)]
            : [.. HanText.Words(name.Text).SelectMany(w => PinyinWords.Split(w)).Select(s => (IReadOnlyList<string>)[s])];

    /// <summary>Syllables of the surname at the start of the readings; none when the readings hold the parts alone.</summary>
    private static int SurnameLength(NameClue name)
    {
        var length = name.Surname?.EnumerateRunes().Count() ?? 0;
        return name.Readings.Count == length + name.Parts.Sum(p => p.EnumerateRunes().Count()) ? length : 0;
    }
}
