using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Invented;

/// <summary>Another way the same name is written: other order, initials, parts left out, nicknames, other romanisation, slips of the pen.</summary>
internal sealed class NameVariant(Random random)
{
    private static readonly Lazy<Dictionary<string, string[]>> Pets = new(() => LinkageTable.Rows("nicknames.tsv").Select(r => r[0].Split(' '))
        .SelectMany(g => g.Select(n => (n, g))).GroupBy(x => x.n).ToDictionary(x => x.Key, x => x.First().g));

    private static readonly (string From, string To)[] Romanised =
        [("ou", "u"), ("u", "oo"), ("kh", "h"), ("q", "k"), ("ei", "ey"), ("ov", "off"), ("y", "i"), ("i", "y"), ("ss", "s"), ("mm", "m"), ("ph", "f"), ("zh", "j"), ("ts", "tz"), ("ee", "i"), ("ai", "ay"), ("dh", "d"), ("ia", "iya"), ("x", "ks"), ("e", "a"), ("o", "u"), ("h", "")];

    public string[] Of(string[] name)
    {
        var words = name.ToList();
        for (var i = 0; i < words.Count; i++) words[i] = Word(words[i]);
        if (words.Count > 2 && random.Next(3) == 0) words.RemoveAt(random.Next(1, words.Count - 1));
        if (random.Next(10) < 3) words.Reverse();
        if (words.Count > 2 && random.Next(8) == 0) (words[0], words[1]) = (words[1], words[0]);
        if (random.Next(14) == 0 && words.Count > 1) (words[0], _) = (words[0] + words[1], words.Remove(words[1]));
        return [.. words];
    }

    /// <summary>One slip of the pen.</summary>
    public string Slip(string word)
    {
        if (word.Length < 3) return word;
        var at = random.Next(word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            2 => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    private string Word(string word)
    {
        if (random.Next(12) == 0 && Pets.Value.TryGetValue(word, out var group)) return group[random.Next(group.Length)];
        if (random.Next(25) == 0) return word[..1];
        if (random.Next(4) == 0 && Romanised[random.Next(Romanised.Length)] is var (from, to)) word = word.Replace(from, to, StringComparison.Ordinal);
        if (word.Contains('-', StringComparison.Ordinal) && random.Next(3) == 0) word = random.Next(2) == 0 ? word.Replace("-", "", StringComparison.Ordinal) : word[(word.IndexOf('-', StringComparison.Ordinal) + 1)..];
        return random.Next(9) == 0 ? Slip(word) : word;
    }
}
