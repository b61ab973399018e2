using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FamilyReunite.Samples;

/// <summary>Writes readable Chinese, line feeds only, no byte-order mark.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Line) { WriteIndented = true, NewLine = "\n" };

    public static void WriteEach(string path, IEnumerable<JsonObject> objects) => File.WriteAllText(path, string.Concat(objects.Select(o => o.ToJsonString(Line) + "\n")));

    public static void Write(string path, IEnumerable<JsonObject> objects) => File.WriteAllText(path, new JsonArray([.. objects.Select(o => o.DeepClone())]).ToJsonString(Indented) + "\n");
}
