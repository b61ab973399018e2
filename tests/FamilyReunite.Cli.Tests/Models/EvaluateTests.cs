using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Models;

public sealed class EvaluateTests
{
    [Theory]
    [InlineData("40", "60")]
    [InlineData("1", "1")]
    public async Task Evaluate_WithAReport_WritesOnePageWithoutEmptyFigures(string persons, string reports)
    {
        using var cli = new CliRun();
        var page = cli.Write("report.html", "");
        var result = await cli.RunAsync("evaluate", "--persons", persons, "--reports", reports, "--report", page, "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("recall@50", result.Output, StringComparison.Ordinal);
        Assert.Contains(page, result.Error, StringComparison.Ordinal);
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NoReports_IsRefused()
    {
        using var cli = new CliRun();
        Assert.NotEqual(ExitCode.Fine, (await cli.RunAsync("evaluate", "--reports", "0")).Code);
    }
}
