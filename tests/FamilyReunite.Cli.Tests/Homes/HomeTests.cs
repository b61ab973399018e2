using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Homes;

public sealed class HomeTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Home_File_AnswersEveryCaseInOrderWithItsOwnId()
    {
        var file = _cli.Write("c.jsonl", "{\"id\":\"a\",\"heard_places\":[\"四川省仪陇县\"],\"found_place\":\"上海市\"}\n\n{\"id\":7}\nno case\n");
        var result = await _cli.RunAsync("home", "--file", file, "--json", "--lang", "en");

        Assert.Equal(ExitCode.Finding, result.Code);
        Assert.Contains("Line 4", result.Error);
        var lines = result.Output.Split('\n');
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(["id", "declined", "homes", "regions"], first.RootElement.EnumerateObject().Select(p => p.Name));
        var home = first.RootElement.GetProperty("homes")[0];
        Assert.Equal(["code", "province", "prefecture", "county", "town", "village", "probability", "reasons"], home.EnumerateObject().Select(p => p.Name));
        Assert.Equal("511324", home.GetProperty("code").GetString());
        Assert.Equal(20, first.RootElement.GetProperty("homes").GetArrayLength());
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal(7, second.RootElement.GetProperty("id").GetInt32());
        Assert.True(second.RootElement.GetProperty("declined").GetBoolean());
    }

    [Fact]
    public async Task Home_WordsOfOneCase_PrintsATableInTheLanguageAsked()
    {
        var chinese = await _cli.RunAsync("home", "--text", "说家住“温县武德镇”", "--found", "山西省运城市", "--lang", "zh");
        var english = await _cli.RunAsync("home", "--accent", "川北口音", "--lang", "en");

        Assert.Equal(ExitCode.Fine, chinese.Code);
        Assert.Contains("410825", chinese.Output);
        Assert.Contains("可能的家", chinese.Output);
        Assert.Contains("Possible home", english.Output);
    }

    [Fact]
    public async Task Home_NothingOrBothGiven_IsAWrongCall()
    {
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("home")).Code);
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("home", "--file", "no-such-file.jsonl")).Code);
    }

    [Fact]
    public async Task EvaluateHome_OwnCases_PrintsFiguresOfEachGroup()
    {
        var file = _cli.Write("t.jsonl", "{\"id\":\"a\",\"heard_places\":[\"四川省仪陇县\"],\"found_place\":\"上海市\",\"true_province\":\"四川省\",\"true_prefecture\":\"南充市\",\"true_county\":\"仪陇县\",\"clue_strength\":\"strong\",\"stated_level\":\"county\"}\nno case\n");
        var result = await _cli.RunAsync("evaluate", "home", "--file", file, "--json", "--lang", "en");

        Assert.Equal(ExitCode.Finding, result.Code);
        Assert.Contains("Line 2", result.Error);
        using var figures = JsonDocument.Parse(result.Output);
        Assert.Equal(1, figures.RootElement.GetProperty("cases").GetInt32());
        Assert.All(figures.RootElement.GetProperty("hits").EnumerateArray().Where(h => h.GetProperty("group").GetString() == "strong"), h => Assert.Equal(1, h.GetProperty("at1").GetDouble()));
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("evaluate", "home", "--file", _cli.Write("e.jsonl", ""))).Code);
    }

    [Theory]
    [InlineData("\"Yilong County, Sichuan\"")]
    [InlineData("\"四川儀隴縣馬鞍鎮\"")]
    [InlineData("\"𠮷鎮的㐂家，囗囗村，喆囧\"")]
    [InlineData("\"阿依古丽·买买提，讲维吾尔语，家在 qeshqer\"")]
    [InlineData("\"家在😀👨‍👩‍👧村\\ud83d\\u0000\\u0007\\u200f\"")]
    [InlineData("\"自称四川人，又说贵州人，又说不是四川人，家在东北\"")]
    [InlineData("\"\"")]
    [InlineData("[null,1,[\"四川\"],{\"a\":\"仪陇\"}]")]
    [InlineData("1e400")]
    public async Task Home_OddText_StillAnswersWithProbabilities(string text)
    {
        var file = _cli.Write("c.jsonl", $"{{\"id\":\"a\",\"clues_text\":{text},\"heard_places\":{text},\"dialect_judgement\":{text},\"found_place\":{text}}}\n");
        var result = await _cli.RunAsync("home", "--file", file, "--json");
        Assert.Equal(ExitCode.Fine, result.Code);
        using var answer = JsonDocument.Parse(result.Output);
        var homes = answer.RootElement.GetProperty("homes").EnumerateArray().Select(h => h.GetProperty("probability").GetDouble()).ToList();
        Assert.NotEmpty(homes);
        Assert.All(homes, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public async Task Home_PageOfText_Answers()
    {
        var page = string.Concat(Enumerable.Repeat("男子说“马安”，又说家里种稻，吃辣椒，口音像四川。", 4500));
        var file = _cli.Write("c.jsonl", JsonSerializer.Serialize(new { id = "a", clues_text = page, found_place = "苏州市" }));
        var result = await _cli.RunAsync("home", "--file", file, "--json");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("\"homes\"", result.Output);
    }
}
