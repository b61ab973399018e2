using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FamilyReunite.Matching;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>How the evidence of a candidate is stored: <c>[{"feature","level","weight","zh","en","step"}]</c>, in the scorer's order; no step where there was nothing to compare.</summary>
public static class EvidenceJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(IReadOnlyList<Evidence> evidence) => JsonSerializer.Serialize(evidence, Form);

    /// <exception cref="JsonException">The text was not written by <see cref="Write"/>.</exception>
    public static IReadOnlyList<Evidence> Read(string json) => JsonSerializer.Deserialize<Evidence[]>(json, Form) ?? [];
}
