using System.Text.Json;
using System.Text.RegularExpressions;
using FamilyReunite.Clues.Notices;

namespace FamilyReunite.Clues.Tests.Notices;

/// <summary>Notices in the formats that stations meet. They are not part of this repository: the folder that holds notices.txt and notices-expected.jsonl comes in REUNITE_TESTDATA.</summary>
public sealed partial class SharedNoticeTests(ITestOutputHelper output)
{
    private static readonly string[] Compared = ["sex", "age", "height_cm", "weight_kg", "birth", "missing", "found"];

    [Fact]
    public void Read_SharedNotices_FiguresAndDatesAreRight()
    {
        var folder = Environment.GetEnvironmentVariable("REUNITE_TESTDATA") ?? "";
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "notices-expected.jsonl")), "REUNITE_TESTDATA names no folder with notices-expected.jsonl");
        var texts = Heading().Split(File.ReadAllText(Path.Combine(folder, "notices.txt"))).Skip(1).ToDictionary(b => b[..2], b => b[(b.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
        var (reader, wrong, total) = (new NoticeReader(), 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(folder, "notices-expected.jsonl")).Where(l => l.Trim().Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            var people = reader.Read(texts[e.GetProperty("id").GetString()!]);
            var wanted = e.TryGetProperty("persons", out var persons) ? [.. persons.EnumerateArray()] : new List<JsonElement> { e };
            Assert.Equal(wanted.Count, people.Count);
            for (var i = 0; i < wanted.Count; i++)
                foreach (var field in Compared.Where(f => wanted[i].TryGetProperty(f, out _)))
                {
                    total++;
                    var got = typeof(NoticePerson).GetProperties().Single(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name) == field).GetValue(people[i]);
                    if (Same(wanted[i].GetProperty(field), got)) continue;
                    wrong++;
                    output.WriteLine($"#{e.GetProperty("id")} {field}: expected {wanted[i].GetProperty(field)}, got {got}");
                }
        }
        Assert.True(wrong <= 0.05 * total, $"{wrong} of {total} wrong");
    }

    private static bool Same(JsonElement want, object? got) => want.ValueKind == JsonValueKind.Number
        ? got is double d && Math.Abs(d - want.GetDouble()) <= 0.6
        : got is string s && s.TrimStart('-') == want.GetString()!.TrimStart('-');

    [GeneratedRegex(@"^#(?=\d\d )", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
