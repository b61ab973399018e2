using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FamilyReunite.Matching.Model;

/// <summary>Names and form of the files in a model folder.</summary>
internal static class PairModelFiles
{
    public const string Model = "model.zip";
    public const string Card = "card.json";
    public const string Weights = "weights.json";
    public const string Reading = "card.md";

    /// <summary>Chinese stands in the files as it is.</summary>
    public static readonly ModelJson Json = new(new JsonSerializerOptions(ModelJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PairModelCard))]
[JsonSerializable(typeof(PairModelWeights))]
internal sealed partial class ModelJson : JsonSerializerContext;
