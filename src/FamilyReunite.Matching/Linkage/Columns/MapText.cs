using System.Text.Json;
using FamilyReunite.Domain;

namespace FamilyReunite.Matching.Linkage.Columns;

/// <summary>Reads a map: <c>{"id":"rec_id","columns":{"given_name":"given-name","dob":{"kind":"birth-date","format":"yyyyMMdd"}}}</c>.</summary>
public static class MapText
{
    /// <returns>The map, or link.map-form, link.map-kind (column, kind), link.map-empty.</returns>
    public static Outcome<ColumnMap> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object) return new Problem("link.map-form", "map");
            var id = root.TryGetProperty("id", out var i) && i.ValueKind == JsonValueKind.String ? i.GetString() : null;
            var mapped = new List<MappedColumn>();
            foreach (var column in columns.EnumerateObject())
            {
                var (kind, format) = column.Value.ValueKind == JsonValueKind.Object ? (Text(column.Value, "kind"), Text(column.Value, "format")) : (column.Value.ToString(), null);
                if (kind is null || KindNames.Find(kind) is not { } known) return new Problem("link.map-kind", column.Name, column.Name, kind ?? "", KindNames.Every);
                mapped.Add(new MappedColumn(column.Name, known, format));
            }
            return mapped.Count == 0 ? new Problem("link.map-empty", "map") : new ColumnMap(id, mapped);
        }
        catch (JsonException)
        {
            return new Problem("link.map-form", "map");
        }
    }

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
}
