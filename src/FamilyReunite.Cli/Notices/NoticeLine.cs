using System.Text.Json;
using FamilyReunite.Cli.Console;
using FamilyReunite.Cli.Places;
using FamilyReunite.Clues.Notices;

namespace FamilyReunite.Cli.Notices;

/// <summary>A line read and answered: <c>{"id","text"}</c> gives <c>{"id","persons":[…]}</c>.</summary>
internal static class NoticeLine
{
    /// <param name="Text">The answer; null when the line is no notice.</param>
    public readonly record struct Answer(string? Text, bool IsBlank);

    public static Answer Read(string line, INoticeReader reader)
    {
        if (string.IsNullOrWhiteSpace(line)) return new Answer(null, IsBlank: true);
        try
        {
            using var json = JsonDocument.Parse(line.Trim('\uFEFF'));
            var q = json.RootElement;
            if (q.ValueKind != JsonValueKind.Object || !q.TryGetProperty("id", out var id)) return new Answer(null, IsBlank: false);
            var text = q.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "";
            return new Answer(JsonLine.Of(new { id, Persons = reader.Read(text).Select(Form) }), IsBlank: false);
        }
        catch (JsonException)
        {
            return new Answer(null, IsBlank: false);
        }
    }

    /// <summary>The fields that the notice filled, by their names.</summary>
    public static Dictionary<string, object> Form(NoticePerson person)
    {
        var form = new Dictionary<string, object>();
        foreach (var property in typeof(NoticePerson).GetProperties())
            if (property.GetValue(person) is { } value) form[JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)] = value is IEnumerable<Clues.Places.PlaceGuess> places ? places.Select(PlaceLine.Form) : value;
        return form;
    }
}
