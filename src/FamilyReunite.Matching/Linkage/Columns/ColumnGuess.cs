using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>Recognises columns by their heading, else by what stands in them.</summary>
public static class ColumnGuess
{
    private static readonly Lazy<Dictionary<string, string>> Headings = new(() => LinkageTable.Rows("headings.tsv")
        .SelectMany(r => r[1].Split(' ').Select(heading => (heading, Kind: r[0]))).GroupBy(x => x.heading).ToDictionary(g => g.Key, g => g.First().Kind));

    /// <summary>The map that fits best. Columns that say nothing (one value everywhere, or none) and columns known to name the answer are left out.</summary>
    public static ColumnMap Of(PersonFile file)
    {
        var found = new List<MappedColumn>();
        string? id = null;
        for (var i = 0; i < file.Columns.Count; i++)
        {
            var heading = Headings.Value.GetValueOrDefault(Plain(file.Columns[i]));
            var content = ColumnContent.Of(file, i);
            if (id is null && content.IsKey && (heading == "id" || (heading is null && LooksLikeId(file.Columns[i])))) id = file.Columns[i];
            else if (content.Distinct > 1 && Kind(heading, content) is { } kind) found.Add(new MappedColumn(file.Columns[i], kind));
        }
        return new ColumnMap(id, found);
    }

    /// <summary>The kind that a heading names, also as <see cref="KindNames"/> spell it; null when it names none.</summary>
    public static ColumnKind? KindOf(string heading) => KindNames.Find(heading) ?? (Headings.Value.GetValueOrDefault(Plain(heading)) is { } kind ? KindNames.Find(kind) : null);

    private static ColumnKind? Kind(string? heading, ColumnContent content) => heading switch
    {
        "skip" => null,
        "id" or null => content.Kind,
        _ => KindNames.Find(heading),
    };

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool LooksLikeId(string heading) => Plain(heading) is var p && (p.EndsWith("id", StringComparison.Ordinal) || p.EndsWith("编号", StringComparison.Ordinal) || p.EndsWith("nr", StringComparison.Ordinal));
}
