using System.Text;
using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Linkage;

public sealed class LinkTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Link_OneFile_WritesLinksBestFirstAndAReport()
    {
        var file = _cli.Write("people.csv", "id,first_name,surname,dob\n1,Anna,Brook,1980-02-03\n2,Ana,Brook,1980-02-03\n3,Peter,Lindqvist,1971-11-12\n4,Maria,Castellano,1990-05-06\n5,Lindqvist,Peter,1971-12-11\n6,Tom,Okafor,1966-01-31\n");
        var gold = _cli.Write("gold.csv", "left,right\n1,2\n3,5\n");
        var (links, report) = (Path.Combine(Path.GetDirectoryName(file)!, "links.csv"), Path.Combine(Path.GetDirectoryName(file)!, "report.html"));
        var result = await _cli.RunAsync("link", file, "--gold", gold, "--out", links, "--report", report, "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("first_name = given-name", result.Error);
        var lines = await File.ReadAllLinesAsync(links, TestContext.Current.CancellationToken);
        Assert.Equal("left,right,probability,weight", lines[0]);
        Assert.Equal(["1,2", "3,5"], lines[1..3].Select(l => string.Join(',', l.Split(',')[..2])).Order());
        Assert.Contains("<svg", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Link_Gb18030WithSemicolons_IsRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = _cli.Write("people.csv", "");
        await File.WriteAllTextAsync(file, "编号;姓名;出生日期\n甲;张伟;1990-01-02\n乙;张伟;1990-01-02\n丙;李四;1980-05-06\n", Encoding.GetEncoding("gb18030"), TestContext.Current.CancellationToken);
        var result = await _cli.RunAsync("link", file, "--out", file + ".links", "--lang", "zh");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.StartsWith("甲,乙,", (await File.ReadAllLinesAsync(file + ".links", TestContext.Current.CancellationToken))[1]);
    }

    [Fact]
    public async Task Link_MapWithUnknownColumn_IsRefusedByName()
    {
        var (file, map) = (_cli.Write("people.csv", "id,name\n1,ann\n2,bob\n"), _cli.Write("map.json", """{"id":"id","columns":{"nom":"full-name"}}"""));
        var result = await _cli.RunAsync("link", file, "--map", map, "--out", file + ".links", "--lang", "en");
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("\"nom\"", result.Error);
        Assert.False(File.Exists(file + ".links"));
    }

    [Fact]
    public async Task Compare_File_AnswersInOrderWithEvidenceThatSumsUp()
    {
        var file = _cli.Write("pairs.jsonl", """
            {"id":"a","left":{"full_name":"Mohammed al-Khatib","birth_date":"1970-01-02","sex":"M"},"right":{"full_name":["Muhammad Khateeb","x"],"birth_date":"1970-02-01","sex":"male"}}
            {"id":2,"left":{},"right":{"full_name":"Zhang Wei","birth_date":null}}
            no question
            """);
        var result = await _cli.RunAsync("compare", "--file", file, "--json", "--lang", "en");
        Assert.Equal(ExitCode.Finding, result.Code);
        Assert.Contains("Line 3", result.Error);
        var lines = result.Output.Split('\n');
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(["id", "probability", "weight", "evidence"], first.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["full-name", "birth-date", "sex"], first.RootElement.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("feature").GetString()));
        Assert.Equal(first.RootElement.GetProperty("weight").GetDouble(), first.RootElement.GetProperty("evidence").EnumerateArray().Sum(e => e.GetProperty("weight").GetDouble()), 9);
        Assert.Equal("""{"id":2,"probability":0.5,"weight":0,"evidence":[]}""", lines[1].Trim());
    }
}
