using System.Collections.Frozen;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Names;

/// <summary>Parts of names that tell little: particles, titles, styles.</summary>
internal static class Particles
{
    private static readonly Lazy<FrozenSet<string>> All = new(() => LinkageTable.Rows("particles.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.Ordinal));

    public static bool Contains(string word) => All.Value.Contains(word);
}
