using System.Text.Json;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Cli.Places;

/// <summary>A line asked and answered: <c>{"id","heard","within","near","top"}</c> gives <c>{"id","places":[…]}</c>.</summary>
internal static class PlaceLine
{
    private const int MostPlaces = 1000;

    /// <param name="Text">The answer; null when the line is no question.</param>
    public readonly record struct Answer(string? Text, bool IsBlank);

    public static Answer Read(string line, IPlaceResolver resolver, int top)
    {
        if (string.IsNullOrWhiteSpace(line)) return new Answer(null, IsBlank: true);
        try
        {
            using var json = JsonDocument.Parse(line.Trim('\uFEFF'));
            var q = json.RootElement;
            if (q.ValueKind != JsonValueKind.Object || !q.TryGetProperty("id", out var id)) return new Answer(null, IsBlank: false);
            var most = q.TryGetProperty("top", out var t) && t.ValueKind == JsonValueKind.Number && t.TryGetInt32(out var n) ? Math.Clamp(n, 1, MostPlaces) : top;
            var places = resolver.Resolve(new PlaceQuery(Text(q, "heard") ?? "", Text(q, "within"), Text(q, "near"), most, DivisionLevel.Village));
            return new Answer(JsonLine.Of(new { id, Places = places.Select(Form) }), IsBlank: false);
        }
        catch (JsonException)
        {
            return new Answer(null, IsBlank: false);
        }
    }

    public static object Form(PlaceGuess p) => new { Code = p.Code.Digits, p.Province, p.Prefecture, p.County, p.Town, p.Village, p.Score, p.Reasons };

    private static string? Text(JsonElement q, string name) => !q.TryGetProperty(name, out var v) ? null
        : v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } s ? s : v.ValueKind == JsonValueKind.Number ? v.GetRawText() : null;
}
