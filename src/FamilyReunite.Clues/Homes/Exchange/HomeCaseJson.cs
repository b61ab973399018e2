using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Exchange;

/// <summary>A case as other programs write it: <c>id, clues_text, heard_names[], heard_places[], dialect_words[], dialect_judgement, other_clues[], found_place, sex</c>.
/// Any may be missing or null, words may stand where a list should, a list where words should; what is neither is left out.</summary>
public static partial class HomeCaseJson
{
    private static readonly char[] Between = ['；', ';', '、', '\n'];

    /// <param name="q">An object; anything else is a case of which nothing is known.</param>
    public static HomeCase Read(JsonElement q) => q.ValueKind != JsonValueKind.Object ? new HomeCase() : new HomeCase
    {
        Text = Words(q, "clues_text"),
        HeardNames = List(q, "heard_names"),
        HeardPlaces = List(q, "heard_places"),
        DialectWords = List(q, "dialect_words"),
        DialectJudgement = Words(q, "dialect_judgement"),
        OtherClues = List(q, "other_clues"),
        FoundPlace = Words(q, "found_place"),
        Sex = SexOf(Words(q, "sex")),
    };

    /// <summary>Words under a name; a list is joined, a number keeps its digits, all else is empty.</summary>
    internal static string Words(JsonElement q, string name) => q.TryGetProperty(name, out var v) ? string.Join('；', Leaves(v)) : "";

    private static string[] List(JsonElement q, string name)
    {
        if (!q.TryGetProperty(name, out var v)) return [];
        var leaves = v.ValueKind == JsonValueKind.String ? Leaves(v).SelectMany(s => s.Split(Between)) : Leaves(v);
        return [.. leaves.Select(s => s.Trim()).Where(s => s.Length > 0)];
    }

    private static IEnumerable<string> Leaves(JsonElement v) => v.ValueKind switch
    {
        JsonValueKind.String => [Text(v)],
        JsonValueKind.Number => [v.GetRawText()],
        JsonValueKind.Array => v.EnumerateArray().SelectMany(Leaves).Where(s => s.Length > 0),
        JsonValueKind.Object => v.EnumerateObject().SelectMany(p => Leaves(p.Value)).Where(s => s.Length > 0),
        _ => [],
    };

    private static string Text(JsonElement v)
    {
        try
        {
            return v.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair: the rest of the words still counts
            using var mended = JsonDocument.Parse(Surrogate().Replace(v.GetRawText(), @"\uFFFD"));
            return mended.RootElement.GetString() ?? "";
        }
    }

    private static Sex SexOf(string words) => words.Trim() switch
    {
        "M" or "m" or "male" or "男" => Sex.Male,
        "F" or "f" or "female" or "女" => Sex.Female,
        _ => Sex.Unknown,
    };

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Surrogate();
}
