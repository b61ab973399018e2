using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Models;

public sealed class ModelTests
{
    [Fact]
    public async Task List_NothingLearnt_NamesTheShippedModel()
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync("model", "list", "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Matches(@"Model in force: \d+\.\d+, as shipped", result.Output);
        Assert.Contains("\"learnt\":false", (await cli.RunAsync("model", "list", "--json")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "没有模型 7.7.7", "promote", "7.7.7", "--reason", "试试")]
    [InlineData("en", "none to go back to", "rollback", "--reason", "try")]
    [InlineData("en", "There is no model 7.7.7", "decline", "7.7.7", "--reason", "no")]
    [InlineData("zh", "没有可退回的", "rollback", "--reason", " ")]
    public async Task Change_BadInput_SaysWhatToDo(string language, string said, params string[] words)
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync(["model", .. words, "--lang", language]);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_NothingDecided_IsQuiet()
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync("model", "watch", "--lang", "en");
        Assert.Equal(ExitCode.Fine, result.Code);
        Assert.Contains("0 decisions of the last year can be used", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_WithTooFewDecisions_SaysHowMany()
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync("train", "--with-decisions", "--lang", "en");
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("20 confirmed and 20 rejected pairs at least; there are 0 and 0", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_WithDecisionsOfNothing_SaysThatThereIsNoInstallation()
    {
        using var cli = new CliRun();
        Assert.Equal(ExitCode.Usage, (await cli.RunAsync("train", "--with-decisions")).Code);
    }

    private static async Task<CliRun> InstalledAsync()
    {
        var cli = new CliRun();
        Assert.Equal(ExitCode.Fine, (await cli.RunAsync("import", cli.Write("people.csv", "source_id,name,sex\nA-1,王小满,男\n"), "--as", "stranded")).Code);
        return cli;
    }
}
