using FamilyReunite.Matching.Linkage.Names;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Compare;

/// <summary>How much a word of a name tells, in bits, without a file to count in: from the ranks of a public list, else from its length.</summary>
internal static class NameLexicon
{
    private static readonly Lazy<Dictionary<string, double>> Known = new(Load);

    /// <summary>Frequent parts of names of languages that the list does not cover, about one person in sixty each.</summary>
    private static readonly string[] Frequent =
        ["mohammed", "muhammad", "mohamed", "mohammad", "ahmed", "ahmad", "ali", "hassan", "hussein", "husain", "khan", "abdullah", "ibrahim", "singh", "kumar", "kim", "lee", "li", "wang", "zhang", "chen", "liu", "nguyen", "ivanov", "ivanovich", "sergei", "aleksandr", "vladimir", "vladimirovich", "jose", "maria", "garcia", "rodriguez", "yusuf", "omar", "mahmoud", "said", "salim"];

    public static double Bits(Word word)
    {
        if (word.IsParticle) return 1;
        if (Known.Value.TryGetValue(word.Latin, out var bits)) return bits;
        if (word.IsHan) return word.Text.Length == 1 ? 6 : 9;
        return word.Latin.Length switch { <= 1 => 2, 2 => 5, 3 => 7, 4 => 8.5, 5 => 10, _ => 11 };
    }

    private static Dictionary<string, double> Load()
    {
        var share = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in LinkageTable.Rows("names.tsv"))
        {
            var (top, bend) = row[0] == "surname" ? (0.01, 12.0) : (0.015, 15.0);
            foreach (var (name, rank) in row[1].Split(' ').Select((n, i) => (n, i))) share[name] = share.GetValueOrDefault(name) + top / (1 + rank / bend);
        }
        foreach (var name in Frequent) share[name] = share.GetValueOrDefault(name) + 1.0 / 60;
        return share.ToDictionary(s => s.Key, s => Math.Min(12, -Math.Log2(s.Value)), StringComparer.Ordinal);
    }
}
