using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Sounds;

public sealed class SoundVerbTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Sound_TwoNames_ExplainsEverySyllable()
    {
        var result = await _cli.RunAsync("sound", "购葛", "苟角", "--at", "南充", "--json", "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal(("四川省 南充市", "likely"), (root.GetProperty("at").GetString(), root.GetProperty("verdict").GetString()));
        Assert.Contains("easily noted", root.GetProperty("sentence").GetString());
        var steps = root.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["same_sound", "other_sound"], steps.Select(s => s.GetProperty("change").GetString()!));
        Assert.Equal(("ge", "jiao"), (steps[1].GetProperty("heard_as").GetString(), steps[1].GetProperty("spoken_as").GetString()));
        Assert.Equal(root.GetProperty("log_likelihood").GetDouble(), steps.Sum(s => Math.Log(s.GetProperty("probability").GetDouble())), 6);
    }

    [Theory]
    [InlineData("zh", "同音字", "合计")]
    [InlineData("en", "same sound", "In all")]
    public async Task Sound_ForPeople_SpeaksTheirLanguage(string language, params string[] words)
    {
        var result = await _cli.RunAsync("sound", "购葛", "苟角村", "--lang", language);
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.All(words, w => Assert.Contains(w, result.Output));
    }

    [Fact]
    public async Task Sound_NothingToRead_IsRefusedInWords()
    {
        var result = await _cli.RunAsync("sound", "abc", "苟角", "--lang", "en");
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("no Han character", result.Error);
    }

    [Theory]
    [InlineData("sound", "购葛", "苟角")]
    [InlineData("say", "刘庄")]
    public async Task Verb_UnknownPlace_IsNamed(params string[] call)
    {
        var result = await _cli.RunAsync([.. call, "--at", "☃☃", "--lang", "en"]);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("☃☃", result.Error);
    }

    [Fact]
    public async Task Say_Name_ListsFormsMostLikelyFirst()
    {
        var result = await _cli.RunAsync("say", "刘庄", "--at", "南昌", "--top", "5", "--json");
        Assert.Equal(ExitCode.Fine, result.Code);
        using var json = JsonDocument.Parse(result.Output);
        var forms = json.RootElement.GetProperty("forms").EnumerateArray().ToList();
        Assert.Equal(5, forms.Count);
        Assert.Equal(["pinyin", "written", "others", "probability", "right"], forms[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(forms.Select(f => f.GetProperty("probability").GetDouble()).OrderDescending(), forms.Select(f => f.GetProperty("probability").GetDouble()));
        Assert.Contains(forms, f => f.GetProperty("right").GetBoolean() && f.GetProperty("written").GetString() == "刘庄");
    }

    [Fact]
    public async Task Say_ForPeople_PrintsATable()
    {
        var result = await _cli.RunAsync("say", "刘庄", "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("liu zhuang", result.Output);
        Assert.Equal(ExitCode.Usage, (await _cli.RunAsync("say", "abc")).Code);
    }
}
