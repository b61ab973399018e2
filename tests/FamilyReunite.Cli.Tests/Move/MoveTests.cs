using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Move;

public sealed class MoveTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=s3cret;Timeout=5";

    [Fact]
    public async Task Move_NoConnection_ShowsAnExample()
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync("move", "--to", "postgres", "--lang", "en");
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("Host=db.example", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "连不上数据库")]
    [InlineData("en", "The database cannot be reached")]
    public async Task Move_ServerAway_SaysSoWithoutThePassword(string language, string said)
    {
        using var cli = await InstalledAsync();
        var result = await cli.RunAsync("move", "--to", "postgres", "--connection", Nowhere, "--lang", language);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_NothingToMove_SaysSo()
    {
        using var cli = new CliRun();
        var result = await cli.RunAsync("move", "--to", "postgres", "--connection", Nowhere, "--lang", "en");
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_ToSomethingElse_IsRefused()
    {
        using var cli = new CliRun();
        Assert.NotEqual(ExitCode.Fine, (await cli.RunAsync("move", "--to", "oracle", "--connection", Nowhere)).Code);
    }

    private static async Task<CliRun> InstalledAsync()
    {
        var cli = new CliRun();
        Assert.Equal(ExitCode.Fine, (await cli.RunAsync("import", cli.Write("people.csv", "source_id,name,sex\nA-1,王小满,男\n"), "--as", "stranded")).Code);
        return cli;
    }
}
