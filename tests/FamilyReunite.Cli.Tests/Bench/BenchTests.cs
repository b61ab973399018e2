using System.Text.Json;
using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Bench;

public sealed class BenchTests
{
    [Fact]
    public async Task Bench_TwoSmallSizes_PrintsALineEachAndKeepsTheirData()
    {
        using var cli = new CliRun();
        var first = await cli.RunAsync("bench", "--reports", "60", "200", "--persons", "12", "--changed", "0.5", "--json");
        Assert.Equal(ExitCode.Fine, first.Code);
        var lines = first.Output.Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal([60, 200], lines.Select(l => l.GetProperty("reports").GetInt32()));
        Assert.All(lines, l => Assert.True(l.GetProperty("pairs").GetInt64() >= 12 && l.GetProperty("fill_seconds").GetDouble() > 0 && l.GetProperty("night_peak_mb").GetDouble() > 1));
        Assert.InRange(lines[1].GetProperty("changed").GetInt32(), 100, 110);

        var again = await cli.RunAsync("bench", "--reports", "60", "--persons", "12", "--lang", "en");
        Assert.Equal(ExitCode.Fine, again.Code);
        Assert.Contains("12 × 60", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--reports", "0")]
    [InlineData("--changed", "0")]
    [InlineData("--changed", "NaN")]
    public async Task Bench_ImpossibleSizes_AreRefused(string option, string value)
    {
        using var cli = new CliRun();
        var result = await cli.RunAsync("bench", option, value);
        Assert.NotEqual(ExitCode.Fine, result.Code);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
    }
}
