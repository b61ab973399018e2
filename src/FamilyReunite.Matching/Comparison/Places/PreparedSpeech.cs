using System.Globalization;
using System.Text;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A language, dialect or accent and the provinces where people speak so.</summary>
/// <param name="Provinces">One bit each.</param>
/// <param name="Share">Share of all people who live there.</param>
internal sealed record PreparedSpeech(string Words, ulong Provinces, double Share)
{
    private static readonly Lazy<IReadOnlyList<(string Word, ulong Provinces)>> Table = new(Read);

    /// <summary>Null when nothing tells where people speak so (Mandarin, sign language, unknown words).</summary>
    public static PreparedSpeech? Of(string words)
    {
        foreach (var (word, provinces) in Table.Value)
        {
            if (words.Contains(word, StringComparison.Ordinal)) return new PreparedSpeech(words, provinces, Frequencies.PlaceFrequency.Share(provinces));
        }
        return null;
    }

    /// <summary>Longest words first: 内蒙古 before 蒙古.</summary>
    private static List<(string, ulong)> Read()
    {
        using var stream = typeof(PreparedSpeech).Assembly.GetManifestResourceStream("Comparison.speech-regions.tsv")
            ?? throw new InvalidOperationException("The table of speech regions is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<(string Word, ulong Provinces)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            rows.Add((cells[0], cells[1].Split(' ').Aggregate(0UL, (bits, code) => bits | Frequencies.PlaceFrequency.ProvinceBit(code))));
        }
        return [.. rows.OrderByDescending(r => r.Word.Length).ThenBy(r => r.Word, StringComparer.Create(CultureInfo.InvariantCulture, false))];
    }
}
