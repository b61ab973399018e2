using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>Reads from the list of indices what may be used, what is foreign and what is left over.</summary>
internal static class GenerationCheck
{
    private const int KeyLength = 32;

    /// <returns>True when all aliases point at indices of this layout; <c>elastic.not-ours</c>, <c>elastic.alias-two</c> or <c>elastic.mapping</c> for what a person must put right.</returns>
    public static Outcome<bool> Complete(JsonElement indices, IndexLayout layout)
    {
        var complete = true;
        foreach (var alias in layout.Aliases)
        {
            if (indices.TryGetProperty(alias, out _)) return new Problem("elastic.not-ours", null, alias);
            var holders = Holders(indices, alias);
            if (holders.Count > 1) return new Problem("elastic.alias-two", null, alias, string.Join(", ", holders));
            if (holders.Count == 0)
            {
                complete = false;
                continue;
            }
            var mappings = indices.GetProperty(holders[0]).GetProperty("mappings");
            if (!IsOurs(mappings, out var meta)) return new Problem("elastic.not-ours", null, holders[0]);
            if (!meta.TryGetProperty("layout", out var made) || made.GetInt32() != IndexLayout.Version) complete = false;
            else if (!IndexLayout.Fits(mappings)) return new Problem("elastic.mapping", null, holders[0]);
        }
        return complete;
    }

    public static IReadOnlyList<string> Holders(JsonElement indices, string alias) =>
        [.. indices.EnumerateObject().Where(i => i.Value.TryGetProperty("aliases", out var a) && a.TryGetProperty(alias, out _)).Select(i => i.Name)];

    /// <summary>Indices that we made as part of a generation and that no alias points at.</summary>
    public static IReadOnlyList<string> LeftOver(JsonElement indices, IndexLayout layout) =>
        [.. indices.EnumerateObject().Where(i => IsGeneration(i.Name, layout) && IsOurs(i.Value.GetProperty("mappings"), out _) && !i.Value.GetProperty("aliases").EnumerateObject().Any()).Select(i => i.Name)];

    private static bool IsGeneration(string index, IndexLayout layout) =>
        layout.Aliases.Any(a => index.StartsWith(a + "-", StringComparison.Ordinal)) && index.Length > KeyLength && Guid.TryParseExact(index[^KeyLength..], "N", out _);

    public static bool IsOurs(JsonElement mappings, out JsonElement meta) =>
        mappings.TryGetProperty("_meta", out meta) && meta.TryGetProperty("made_by", out var maker) && maker.GetString() == IndexLayout.MadeBy;
}
