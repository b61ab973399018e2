using System.Text.Json;
using FamilyReunite.Cli.Console;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Exchange;

namespace FamilyReunite.Cli.Homes;

/// <summary>A case read and answered: <c>{"id","clues_text",…}</c> gives <c>{"id","declined","homes":[…],"regions":[…]}</c>.</summary>
internal static class HomeLine
{
    /// <param name="Text">The answer; null when the line is no case.</param>
    public readonly record struct Answer(string? Text, bool IsBlank);

    public static Answer Read(string line, IHomeFinder finder, int top, string language)
    {
        if (string.IsNullOrWhiteSpace(line)) return new Answer(null, IsBlank: true);
        try
        {
            using var json = JsonDocument.Parse(line.Trim('\uFEFF'));
            var q = json.RootElement;
            if (q.ValueKind != JsonValueKind.Object) return new Answer(null, IsBlank: false);
            JsonElement? id = q.TryGetProperty("id", out var given) ? given : null;
            return new Answer(JsonLine.Of(HomeResult.Of(finder.Find(HomeCaseJson.Read(q)), id, top, language)), IsBlank: false);
        }
        catch (JsonException)
        {
            return new Answer(null, IsBlank: false);
        }
    }
}
