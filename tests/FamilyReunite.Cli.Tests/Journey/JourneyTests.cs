using System.Text.Json;
using FamilyReunite.Casework;
using FamilyReunite.Cli.Tests.Console;
using FamilyReunite.Search.Lucene;
using Microsoft.Extensions.Logging.Abstractions;

namespace FamilyReunite.Cli.Tests.Journey;

/// <summary>From a file to candidates, through the words an operator types.</summary>
public sealed class JourneyTests : IDisposable
{
    private const string Person = """{"source_id":"S-1","name":"张秀英","sex":"女","age_range":[60,65],"height_cm":158,"found":"2025-05-22","marks":["左眉尾黑痣"],"home_place":"四川省南充市仪陇县"}""";
    private const string Reports = """
        {"source_id":"M-1","name":"张秀英","sex":"女","birth":"1963-04-02","height_cm":158,"missing":"2025-01-10","marks":["左眉尾有一颗黑痣"],"home_place":"四川省南充市仪陇县"}
        {"source_id":"M-2","name":"李建国","sex":"男","birth":"1990-04-02","height_cm":180,"missing":"2025-01-10","home_place":"黑龙江省哈尔滨市"}
        """;

    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task ImportMatchCandidates_OneTruePair_ComesFirstAndItsBarsSumToTheScore()
    {
        await ImportAsync();
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("match", "--all", "--json")).Code);
        var all = await _cli.RunAsync("candidates", "--all", "--json");
        Assert.Equal(ExitCode.Fine, all.Code);
        using var json = JsonDocument.Parse(all.Output);
        Assert.Equal("S-1", json.RootElement.GetProperty("source_id").GetString());
        var first = json.RootElement.GetProperty("candidates")[0];
        Assert.Equal("M-1", first.GetProperty("report_source_id").GetString());
        var sum = first.GetProperty("prior").GetDouble() + first.GetProperty("evidence").EnumerateArray().Sum(e => e.GetProperty("weight").GetDouble());
        Assert.Equal(first.GetProperty("score").GetDouble(), sum, 1e-6);
        Assert.All(first.GetProperty("evidence").EnumerateArray(), e => Assert.True(e.GetProperty("zh").GetString()!.Length > 0 && e.GetProperty("en").GetString()!.Length > 0));
        Assert.Equal(all.Output, (await _cli.RunAsync("candidates", "S-1", "--json")).Output);
        Assert.Contains("M-1", (await _cli.RunAsync("candidates", "S-1", "--lang", "en")).Output);
        Assert.Contains("\"start\":\"already_done\"", (await TwiceAsync("match", "--slot", "2026-03-02", "--json")).Output);
    }

    [Fact]
    public async Task Import_AsJson_HasTheFixedForm()
    {
        var file = _cli.Write("a.csv", "编号,姓名,身高\nS-1,张三,163\nS-2,李四,300\n");
        var result = await _cli.RunAsync("import", file, "--as", "stranded", "--json");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Equal("""{"rows":2,"added":1,"updated":0,"unchanged":0,"rejected":1,"encoding":"utf-8","problem_count":1,"problems":[{"row":3,"column":"身高","code":"import.height-impossible","kept":false,"zh":"身高“300厘米”不可能（20 至 250 厘米）。请核对单位和数字。","en":"A height of “300厘米” is impossible (20 to 250 cm). Check unit and digits."}]}""", result.Output);
        Assert.Equal(ExitCode.Finding, (await _cli.RunAsync("import", file, "--as", "stranded", "--strict")).Code);
        Assert.Contains("身高", (await _cli.RunAsync("import", file, "--as", "stranded", "--lang", "zh")).Output);
    }

    [Theory]
    [InlineData("candidates", "--all")]
    [InlineData("match", "--all")]
    [InlineData("index", "check")]
    [InlineData("index", "rebuild")]
    [InlineData("backup")]
    public async Task AnyVerb_NoDatabase_SaysHowToNameTheFolder(params string[] words)
    {
        var result = await _cli.RunAsync(words);
        Assert.Equal((ExitCode.Usage, ""), (result.Code, result.Output));
        Assert.Contains("--data", result.Error);
    }

    [Fact]
    public async Task Candidates_NobodyOrNoChoice_EndsWith2()
    {
        await ImportAsync();
        Assert.Equal(ExitCode.Usage, (await _cli.RunAsync("candidates", "S-9")).Code);
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("candidates")).Code);
        Assert.NotEqual(ExitCode.Fine, (await _cli.RunAsync("match", "--slot", "gestern")).Code);
        Assert.Equal(ExitCode.Usage, (await _cli.RunAsync("import", "nothing.csv", "--as", "stranded")).Code);
    }

    [Fact]
    public async Task Match_IndexHeldElsewhere_EndsWith3AndCandidatesStillWork()
    {
        await ImportAsync();
        using var server = new LuceneCandidateIndex(new LuceneIndexOptions(DataFolder.At(_cli.Data).Index), NullLogger<LuceneCandidateIndex>.Instance);
        var match = await _cli.RunAsync("match", "--all", "--lang", "en");
        Assert.Equal(ExitCode.Busy, match.Code);
        Assert.Contains("server", match.Error);
        Assert.Equal(ExitCode.Busy, (await _cli.RunAsync("index", "rebuild")).Code);
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("candidates", "--all", "--json")).Code);
        Assert.Contains("doctor.index-in-use", (await _cli.RunAsync("doctor", "--json")).Output);
    }

    [Fact]
    public async Task IndexDoctorBackup_AfterAnImport_FindTheInstallationSound()
    {
        await ImportAsync();
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("index", "rebuild", "--json")).Code);
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("index", "check")).Code);
        var doctor = await _cli.RunAsync("doctor", "--json");
        Assert.Equal(ExitCode.Fine, doctor.Code);
        Assert.Contains("""{"check":"index","health":"ok","code":"doctor.index-ok",""", doctor.Output);
        var backup = await _cli.RunAsync("backup", "--json");
        Assert.Equal(ExitCode.Fine, backup.Code);
        using var json = JsonDocument.Parse(backup.Output);
        Assert.Equal(3, json.RootElement.GetProperty("records").GetInt64());
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("backup", "--check", json.RootElement.GetProperty("folder").GetString()!)).Code);
        Assert.Equal(ExitCode.Finding, (await _cli.RunAsync("backup", "--check", _cli.Data + "-none")).Code);
    }

    [Fact]
    private async Task ImportAsync()
    {
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("import", _cli.Write("s.jsonl", Person), "--as", "stranded")).Code);
        Assert.Equal(ExitCode.Fine, (await _cli.RunAsync("import", _cli.Write("m.jsonl", Reports), "--as", "missing")).Code);
    }

    private async Task<CliResult> TwiceAsync(params string[] words)
    {
        await _cli.RunAsync(words);
        return await _cli.RunAsync(words);
    }
}
