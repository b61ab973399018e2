using FamilyReunite.Clues.Tables;

namespace FamilyReunite.Clues.Names;

/// <summary>Han surnames in common use.</summary>
internal static class Surnames
{
    private static readonly Lazy<(HashSet<char> One, HashSet<string> Two)> Table = new(() =>
    {
        var rows = EmbeddedTable.Rows("surnames.tsv").Select(r => r[0]).ToList();
        return ([.. rows[0]], [.. rows[1].Split(' ')]);
    });

    /// <summary>The surname a full Han name of two to four characters begins with; null when there is none.</summary>
    public static string? Of(string name)
    {
        if (name.Length is < 2 or > 5) return null;
        if (name.Length > 2 && Table.Value.Two.Contains(name[..2])) return name[..2];
        return name.Length <= 4 && Table.Value.One.Contains(name[0]) ? name[..1] : null;
    }
}
