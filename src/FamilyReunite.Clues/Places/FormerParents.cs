using System.Globalization;
using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Places;

/// <summary>Provinces that a division once belonged to.</summary>
internal static class FormerParents
{
    private static readonly Lazy<ILookup<string, (string Province, int First, int Last)>> Table = new(() => EmbeddedTable.Rows("former-parents.tsv")
        .ToLookup(r => r[0], r => (r[1], int.Parse(r[2], CultureInfo.InvariantCulture), int.Parse(r[3], CultureInfo.InvariantCulture)), StringComparer.Ordinal));

    /// <summary>The provinces, by their two digits, with the first and last year.</summary>
    public static IEnumerable<(string Province, int First, int Last)> Of(string digits)
    {
        for (var length = 2; length <= digits.Length; length += 2)
            foreach (var parent in Table.Value[digits[..length]]) yield return parent;
    }

    /// <summary>The division's code as if it still lay there; no code was ever given out so.</summary>
    public static IEnumerable<string> CodesOf(string digits) => digits.Length <= 2 ? [] : Of(digits).Select(p => p.Province + digits[2..]);
}
