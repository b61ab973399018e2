using FamilyReunite.Cli.Tests.Console;

namespace FamilyReunite.Cli.Tests.Exchange;

public sealed class DamagedTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("candidates", "--all")]
    [InlineData("audit", "verify")]
    [InlineData("match", "--all")]
    public async Task AnyVerb_DatabaseIsNoDatabase_SaysWhatToDo(params string[] words)
    {
        Directory.CreateDirectory(_cli.Data);
        await File.WriteAllTextAsync(Path.Combine(_cli.Data, "reunite.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        var run = await _cli.RunAsync([.. words, "--lang", "en"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("damaged", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task AnyVerb_FileWhereTheFolderShouldBe_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(_cli.Data, "x", TestContext.Current.CancellationToken);
        var run = await _cli.RunAsync("import", _cli.Write("a.csv", "source_id\n1\n"), "--as", "missing", "--lang", "en");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("cannot be written", run.Error);
    }
}
