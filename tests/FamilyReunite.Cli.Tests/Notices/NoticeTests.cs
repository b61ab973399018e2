using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Notices;

public sealed class NoticeTests : IDisposable
{
    private const string Text = "赵铁柱，男，62岁，身高168cm，2023年4月5日在山西省运城市临猗县走失。";

    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Notice_File_AnswersEveryLineInOrderWithItsOwnId()
    {
        var file = _cli.Write("n.jsonl", $"{{\"id\":\"a\",\"text\":\"{Text}\"}}\n{{\"id\":7,\"text\":\"\"}}\n\nno notice\n");
        var result = await _cli.RunAsync("notice", "--file", file, "--json", "--lang", "en");
        Assert.Equal(ExitCode.Finding, result.Code);
        Assert.Contains("Line 4", result.Error);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("a", first.RootElement.GetProperty("id").GetString());
        var person = Assert.Single(first.RootElement.GetProperty("persons").EnumerateArray());
        Assert.Equal(("男", 62, 168, "2023-04-05", "solar"), (person.GetProperty("sex").GetString(), person.GetProperty("age").GetDouble(), person.GetProperty("height_cm").GetDouble(), person.GetProperty("missing").GetString(), person.GetProperty("missing_calendar").GetString()));
        Assert.False(person.TryGetProperty("found", out _));
        var span = person.GetProperty("spans").EnumerateArray().Single(s => s.GetProperty("field").GetString() == "missing_place");
        Assert.Equal("山西省运城市临猗县", Text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
        Assert.StartsWith("{\"id\":7,\"persons\":[{\"spans\":[]}]}", lines[1].Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_TextFile_PrintsATable()
    {
        var result = await _cli.RunAsync("notice", _cli.Write("n.txt", Text));
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("168", result.Output);
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("notice")).Code);
    }
}
