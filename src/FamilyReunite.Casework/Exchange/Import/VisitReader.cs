using System.Globalization;
using System.Text.Json;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>The visits of a street contact: <c>[{"at","place","latitude","longitude","state","supplies","wants_to_come","next_visit"}]</c>.</summary>
internal static class VisitReader
{
    /// <remarks>The ids are made of the contact's source id and the visit's instant, so that the same file again adds nothing.</remarks>
    public static IReadOnlyList<FieldVisit> Read(SourceRow row, RowNotes notes)
    {
        if (!row.Fields.TryGetValue("visits", out var value) || value.Json is not { ValueKind: JsonValueKind.Array } list) return [];
        var visits = new List<FieldVisit>();
        foreach (var v in list.EnumerateArray())
        {
            if (v.ValueKind != JsonValueKind.Object || !DateTimeOffset.TryParse(Text(v, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) notes.Reject(value.Column, "import.visit-unreadable", visits.Count + 1);
            else visits.Add(Visit(row.Text("source_id") ?? "", at, v, value.Column, notes));
        }
        return visits;
    }

    private static FieldVisit Visit(string source, DateTimeOffset at, JsonElement v, string column, RowNotes notes) => new(
        StableId.Of(at, $"visit {source}"), at.ToUniversalTime(), Words(v, "place", column, notes), Degrees(v, "latitude", 90), Degrees(v, "longitude", 180), Words(v, "state", column, notes), Words(v, "supplies", column, notes),
        v.TryGetProperty("wants_to_come", out var wants) && wants.ValueKind == JsonValueKind.True,
        DateOnly.TryParseExact(Text(v, "next_visit"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var next) ? next : null, RecordedBy: null);

    private static string Words(JsonElement v, string name, string column, RowNotes notes) => PlainWords.Check(Text(v, name) ?? "", FactKind.FreeText, column, notes) ?? "";

    private static string? Text(JsonElement v, string name) => v.TryGetProperty(name, out var p) && p.ValueKind == JsonValueKind.String ? p.GetString() : null;

    private static double? Degrees(JsonElement v, string name, double most) =>
        v.TryGetProperty(name, out var p) && p.ValueKind == JsonValueKind.Number && p.TryGetDouble(out var d) && Math.Abs(d) <= most ? d : null;
}
