using System.Globalization;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>What goes wrong when people are written down: slips of the key, misread letters, letters that sound alike, gaps.</summary>
internal sealed class Pen(Random random)
{
    private static readonly (string From, string To)[] Misread = [("m", "rn"), ("cl", "d"), ("l", "1"), ("o", "0"), ("s", "5"), ("g", "q"), ("b", "h"), ("u", "v"), ("ri", "n"), ("i", "l"), ("e", "c")];
    private static readonly (string From, string To)[] Heard = [("ph", "f"), ("ck", "k"), ("ie", "y"), ("y", "ie"), ("c", "k"), ("z", "s"), ("gh", "g"), ("ee", "i"), ("ou", "ow"), ("tt", "t"), ("ll", "l"), ("ai", "ay"), ("wh", "w"), ("th", "t")];

    public Random Random => random;

    public bool Now(double share) => random.NextDouble() < share;

    public string Pick(string[] words) => words[random.Next(words.Length)];

    public string Gap(double share, string cell) => Now(share) ? "" : cell;

    public string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    /// <summary>One of the three kinds of error.</summary>
    public string Wrong(string word) => random.Next(4) switch { 0 => Swap(word, Misread), 1 => Swap(word, Heard), _ => Slip(word) };

    public string Slip(string word)
    {
        if (word.Length < 2) return word;
        var at = random.Next(word.Length - 1);
        var other = char.IsAsciiDigit(word[at]) ? (char)('0' + random.Next(10)) : (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, other.ToString()),
            2 => word[..at] + other + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    /// <summary>Two letters far apart change places.</summary>
    public string Far(string word)
    {
        if (word.Length < 4) return word;
        var letters = word.ToCharArray();
        var (a, b) = (random.Next(letters.Length), random.Next(letters.Length));
        (letters[a], letters[b]) = (letters[b], letters[a]);
        return new string(letters);
    }

    /// <summary>One digit is another one; the text stays as long as it was.</summary>
    public string Digit(string text)
    {
        var at = random.Next(text.Length);
        while (!char.IsAsciiDigit(text[at])) at = random.Next(text.Length);
        return text[..at] + (char)('0' + random.Next(10)) + text[(at + 1)..];
    }

    public DateOnly Day(int from, int to) => new DateOnly(from, 1, 1).AddDays(random.Next((to - from) * 365));

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Swap(string word, (string From, string To)[] table)
    {
        var fits = Array.FindAll(table, t => word.Contains(t.From, StringComparison.Ordinal));
        if (fits.Length == 0) return Slip(word);
        var (from, to) = fits[random.Next(fits.Length)];
        var at = word.IndexOf(from, StringComparison.Ordinal);
        return word[..at] + to + word[(at + from.Length)..];
    }
}
