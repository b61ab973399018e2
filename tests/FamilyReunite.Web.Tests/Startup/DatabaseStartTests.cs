namespace FamilyReunite.Web.Tests.Startup;

/// <summary>What an operator reads when the database cannot be used: one sentence, and the server ends with 2.</summary>
public sealed class DatabaseStartTests
{
    private const string English = "en_US.UTF-8";
    private const string Chinese = "zh_CN.UTF-8";

    [Theory]
    [InlineData(English, "cannot be “mysql”", "mysql", "Host=db")]
    [InlineData(Chinese, "“mysql”", "mysql", "Host=db")]
    [InlineData(English, "Database:Connection is missing", "postgres", null)]
    [InlineData(English, "cannot be understood", "postgres", "Server")]
    [InlineData(English, "The database cannot be reached", "postgres", "Host=127.0.0.1;Port=1;Username=x;Password=s3cret;Database=x")]
    [InlineData(Chinese, "连不上数据库", "postgres", "Host=127.0.0.1;Port=1;Username=x;Password=s3cret;Database=x")]
    public async Task Start_DatabaseThatCannotBeUsed_SaysWhyInOneSentence(string language, string said, string engine, string? connection)
    {
        using var server = new ServerProcess(language, ["--Database:Engine", engine, .. connection is null ? Array.Empty<string>() : ["--Database:Connection", connection]]);
        Assert.Equal(2, await server.EndAsync());
        Assert.Contains(said, server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", server.Said, StringComparison.Ordinal);
    }
}
