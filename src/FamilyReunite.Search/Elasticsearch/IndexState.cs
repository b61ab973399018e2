using System.Text.Json;
using System.Text.Json.Nodes;

namespace FamilyReunite.Search.Elasticsearch;

/// <summary>How far an index is and with what it was made: one document, written after the documents it speaks of.</summary>
/// <param name="Position">Outbox position.</param>
/// <param name="Era">Grows with every rebuild and stands above the position in the document's version: who filled the index before it was built anew does not move its position.</param>
/// <param name="MadeWith">Null for an index that nobody has filled.</param>
internal readonly record struct IndexState(long Position, long Era, string? MadeWith)
{
    private const string Id = "position";
    private const int PositionBits = 40;

    public static (string Index, string Id) At(string index) => (index, Id);

    public static IReadOnlyList<string> Fields => [StoredRecord.RowVersion, StoredRecord.MadeWith];

    public static IndexState Of(JsonElement doc)
    {
        if (!doc.TryGetProperty("found", out var found) || !found.GetBoolean()) return default;
        var source = doc.GetProperty("_source");
        return new IndexState(source.GetProperty(StoredRecord.RowVersion).GetInt64(), doc.GetProperty("_version").GetInt64() >> PositionBits, source.GetProperty(StoredRecord.MadeWith).GetString());
    }

    public BulkItem ToItem(string index) =>
        new(index, Id, (Era << PositionBits) | Position, new JsonObject { [StoredRecord.Id] = Id, [StoredRecord.RowVersion] = Position, [StoredRecord.MadeWith] = MadeWith });
}
