using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Sounds;

/// <summary>Characters that one reads for another in handwriting.</summary>
internal static class LookAlikes
{
    /// <summary>log of P(a character of a name is misread for a given look-alike); estimated, so that sound nearly always explains more.</summary>
    public const float Cost = -6;

    private static readonly Lazy<Dictionary<char, string>> Table = new(() => EmbeddedTable.Rows("look-alikes.tsv")
        .SelectMany(row => row[0].Select(c => (Character: c, Others: row[0].Where(o => o != c))))
        .GroupBy(x => x.Character).ToDictionary(g => g.Key, g => string.Concat(g.SelectMany(x => x.Others).Distinct())));

    /// <summary>The characters that this one may have been; empty for most.</summary>
    public static string Of(char c) => Table.Value.GetValueOrDefault(c, "");
}
