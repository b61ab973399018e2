using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Places;

public sealed class PlaceTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Place_File_AnswersEveryQuestionInOrderWithItsOwnId()
    {
        var file = _cli.Write("q.jsonl", "{\"id\":\"a\",\"heard\":\"四川省南充市仪陇县\",\"top\":1}\n{\"id\":7,\"heard\":\"\"}\n\nno question\n");
        var result = await _cli.RunAsync("place", "--file", file, "--json", "--lang", "en");
        Assert.Equal(ExitCode.Finding, result.Code);
        Assert.Contains("Line 4", result.Error);
        var lines = result.Output.Split('\n');
        Assert.Equal(2, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal("a", first.RootElement.GetProperty("id").GetString());
        var place = Assert.Single(first.RootElement.GetProperty("places").EnumerateArray());
        Assert.Equal(["code", "province", "prefecture", "county", "town", "village", "score", "reasons"], place.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("511324", "四川省", "南充市", "仪陇县"), (place.GetProperty("code").GetString(), place.GetProperty("province").GetString(), place.GetProperty("prefecture").GetString(), place.GetProperty("county").GetString()));
        Assert.Equal("""{"id":7,"places":[]}""", lines[1].Trim());
    }

    [Fact]
    public async Task Place_Heard_PrintsATable()
    {
        var result = await _cli.RunAsync("place", "--heard", "仪陇县", "--within", "51", "--top", "3");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("511324", result.Output);
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("place")).Code);
    }
}
