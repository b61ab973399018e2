using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FamilyReunite.Casework.Exchange.Candidates;

/// <summary>The line that other programs read: <c>{"id","source_id","candidates":[{"report","report_source_id","probability","score","prior","evidence":[…]}]}</c>.</summary>
public static class CandidateJson
{
    public static string Line(PersonCandidates person)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", person.Id);
            json.WriteString("source_id", person.SourceId);
            json.WriteStartArray("candidates");
            foreach (var c in person.Candidates) Write(json, c);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ExportedCandidate c)
    {
        json.WriteStartObject();
        json.WriteString("report", c.ReportId);
        json.WriteString("report_source_id", c.ReportSourceId);
        json.WriteNumber("probability", c.Probability);
        json.WriteNumber("score", c.Score);
        json.WriteNumber("prior", c.Prior);
        json.WritePropertyName("evidence");
        json.WriteRawValue(c.EvidenceJson);
        json.WriteEndObject();
    }
}
