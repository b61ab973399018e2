using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Which parts of names may stand for one another: pet forms, and established spellings of one East Asian name part.</summary>
internal static class Nicknames
{
    private static readonly Lazy<Dictionary<string, int[]>> Groups = new(() => LinkageTable.Rows("nicknames.tsv").Concat(LinkageTable.Rows("spellings.tsv"))
        .SelectMany((r, group) => r[0].Split(' ').Select(name => (name, group))).GroupBy(x => x.name, x => x.group)
        .ToDictionary(g => g.Key, g => g.Distinct().Order().ToArray(), StringComparer.Ordinal));

    /// <summary>The groups a folded name belongs to, ascending; empty for most names.</summary>
    public static int[] GroupsOf(string name) => Groups.Value.GetValueOrDefault(name) ?? [];

    public static bool Share(int[] left, int[] right)
    {
        foreach (var l in left)
            if (Array.IndexOf(right, l) >= 0) return true;
        return false;
    }
}
