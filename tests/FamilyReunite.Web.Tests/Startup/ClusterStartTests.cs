namespace FamilyReunite.Web.Tests.Startup;

/// <summary>What an operator reads when the cluster cannot be used: one sentence, and the server ends with 2.</summary>
public sealed class ClusterStartTests
{
    private const string English = "en_US.UTF-8";
    private const string Chinese = "zh_CN.UTF-8";

    private const string Foreign = """{"reunite-missing":{"aliases":{},"mappings":{}}}""";
    private const string Twice = """{"a":{"aliases":{"reunite-missing":{},"reunite-stranded":{}},"mappings":{}},"b":{"aliases":{"reunite-stranded":{}},"mappings":{}}}""";
    private const string OtherFields = """{"a":{"aliases":{"reunite-stranded":{}},"mappings":{"_meta":{"made_by":"FamilyReunite","layout":2},"properties":{"tokens":{"type":"text"}}}}}""";

    [Theory]
    [InlineData(English, null, "8", "green", "refuses the user and password")]
    [InlineData(Chinese, null, "8", "green", "拒绝了用户名、密码或 API 密钥")]
    [InlineData(English, Foreign, "8", "green", "was not made by this system")]
    [InlineData(English, Twice, "8", "green", "points to several indices")]
    [InlineData(English, OtherFields, "8", "green", "mapping of the index")]
    [InlineData(English, "{}", "7.17.3", "green", "Elasticsearch 7; version 8 or 9 is needed")]
    [InlineData(Chinese, "{}", "7.17.3", "green", "本系统需要 8 或 9 版")]
    [InlineData(English, "{}", "8", "red", "cluster is red")]
    public async Task Start_ClusterThatCannotBeUsed_SaysWhyInOneSentence(string language, string? indices, string version, string status, string said)
    {
        await using var cluster = await ClusterStub.StartAsync(indices, version, status);
        await RefusedAsync(language, said, Urls(cluster.Url));
    }

    [Theory]
    [InlineData(English, "No Elasticsearch answers at http://127.0.0.1:1")]
    [InlineData(Chinese, "http://127.0.0.1:1 处的 Elasticsearch 没有应答")]
    public Task Start_NobodyAtTheAddress_SaysSoAndPromisesNothing(string language, string said) => RefusedAsync(language, said, Urls(new Uri("http://127.0.0.1:1")));

    [Fact]
    public async Task Start_SomethingElseAtTheAddress_SaysSo()
    {
        await using var page = await ClusterStub.StartAsync("{}", type: "text/html");
        await RefusedAsync(English, "it is not Elasticsearch", Urls(page.Url));
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("cluster.example", true)]
    public async Task Start_CertificateOfAForeignAuthorityOrForAnotherHost_IsNotTrusted(string host, bool nameAuthority)
    {
        using var certificate = ClusterStub.CertificateFor(host);
        await using var cluster = await ClusterStub.StartAsync("{}", certificate: certificate);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
        await RefusedAsync(English, "cannot be trusted", [.. Urls(new UriBuilder(cluster.Url) { Host = "localhost" }.Uri), .. nameAuthority ? ["--Search:Elasticsearch:CaFile", file] : Array.Empty<string>()]);
        File.Delete(file);
    }

    [Theory]
    [InlineData("cannot be read", "--Search:Elasticsearch:CaFile", "no-such.crt")]
    [InlineData("Search:KeyFile cannot be used", "--Search:KeyFile", "no-such.key")]
    [InlineData("Search:Fallback does not know", "--Search:Fallback", "perhaps")]
    [InlineData("whole number from 1 to 1024", "--Search:Elasticsearch:Shards", "many")]
    [InlineData("lower-case letters", "--Search:Elasticsearch:Prefix", "Not Good")]
    public async Task Start_SettingThatCannotBeUnderstood_NamesIt(string said, string option, string value)
    {
        await using var cluster = await ClusterStub.StartAsync("{}");
        await RefusedAsync(English, said, [.. Urls(cluster.Url), option, value]);
    }

    [Fact]
    public async Task Start_ToldToFallBack_SaysWhyAndServes()
    {
        using var server = new ServerProcess(English, [.. Urls(new Uri("http://127.0.0.1:1")), "--Search:Fallback", "embedded"]);
        for (var i = 0; i < 300 && !server.Said.Contains("团圆", StringComparison.Ordinal); i++) await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Contains("团圆", server.Said, StringComparison.Ordinal);
        Assert.Contains("goes on with its own embedded index", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(string language, string said, IEnumerable<string> options)
    {
        using var server = new ServerProcess(language, options);
        Assert.Equal(2, await server.EndAsync());
        Assert.Contains(said, server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Said, StringComparison.Ordinal);
    }

    private static string[] Urls(Uri url) => ["--Search:Engine", "elasticsearch", "--Search:Elasticsearch:Urls", url.ToString()];
}
