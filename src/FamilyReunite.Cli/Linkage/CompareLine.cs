using System.Text.Json;
using FamilyReunite.Cli.Console;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Compare;

namespace FamilyReunite.Cli.Linkage;

/// <summary>A line asked and answered: <c>{"id","left":{"full_name",…},"right":{…}}</c> gives <c>{"id","probability","weight","evidence":[…]}</c>.</summary>
internal static class CompareLine
{
    /// <summary>Null when the line is no question.</summary>
    public static string? Answer(string line)
    {
        if (string.IsNullOrWhiteSpace(line)) return null;
        try
        {
            using var json = JsonDocument.Parse(line.Trim('\uFEFF'));
            var q = json.RootElement;
            if (q.ValueKind != JsonValueKind.Object || !q.TryGetProperty("id", out var id) || Side(q, "left") is not { } left || Side(q, "right") is not { } right) return null;
            var verdict = PersonComparer.Compare(left, right);
            return JsonLine.Of(new { id, verdict.Probability, verdict.Weight, verdict.Evidence });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PersonSide? Side(JsonElement q, string name)
    {
        if (!q.TryGetProperty(name, out var side) || side.ValueKind != JsonValueKind.Object) return null;
        var said = new Dictionary<ColumnKind, IReadOnlyList<string>>();
        foreach (var field in side.EnumerateObject())
            if (ColumnGuess.KindOf(field.Name) is { } kind && Texts(field.Value) is { Count: > 0 } texts) said[kind] = [.. said.GetValueOrDefault(kind) ?? [], .. texts];
        return new PersonSide(said);
    }

    private static List<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        _ => [],
    };
}
