using System.Text.RegularExpressions;
using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Tests.Database;
using Microsoft.Extensions.Configuration;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace FamilyReunite.Casework.Tests.Deploy;

/// <summary><c>deploy/compose.yaml</c> holds together: what it passes the product reads, what it names is there.</summary>
public sealed partial class ComposeTests : IDisposable
{
    private static readonly string Folder = Find();
    private static readonly string[] Apps = ["app1", "app2"];
    private static readonly string[] Nodes = ["es1", "es2", "es3"];
    private readonly DirectoryInfo _secrets = Directory.CreateTempSubdirectory("reunite-");
    private readonly Map _compose = ComposeText.Read(File.ReadAllText(Path.Combine(Folder, "compose.yaml")));

    [Fact]
    public void Settings_OfTheAppServers_AreReadByTheProductAndAccepted()
    {
        using var authority = new TestAuthority();
        foreach (var app in Apps)
        {
            foreach (var secret in Strings(Service(app), "secrets")) File.WriteAllText(Path.Combine(_secrets.FullName, secret), secret == "ca" ? authority.Pem : "0123456789abcdef");
            var recorded = new Recorder(Environment(app).ToDictionary(e => e.Key.Replace("__", ":", StringComparison.Ordinal), e => (string?)e.Value.Replace("/run/secrets", _secrets.FullName, StringComparison.Ordinal), StringComparer.Ordinal));
            var configuration = new ConfigurationBuilder().Add(recorded).Build();

            var database = DatabaseSettings.Read(configuration);
            Assert.Empty(database.Problems);
            Assert.Contains("SSL Mode=VerifyFull", database.Value!.Connection, StringComparison.Ordinal);
            var search = SearchSettings.Read(configuration);
            Assert.Empty(search.Problems);
            Assert.All(search.Value!.Elastic!.Urls, u => Assert.Equal("https", u.Scheme));
            Assert.Equal(Nodes, search.Value.Elastic.Urls.Select(u => u.Host));
            var data = DataFolder.At("/data").With(configuration);
            Assert.Equal(("/shared/blobs", "/shared/keys"), (data.Blobs, data.Keys));

            // what the web framework itself reads
            var framework = recorded.Keys.Where(k => k.StartsWith("Kestrel:", StringComparison.Ordinal)).ToList();
            Assert.Equal(["Kestrel:Certificates:Default:KeyPath", "Kestrel:Certificates:Default:Path", "Kestrel:Endpoints:Https:Url"], framework.Order(StringComparer.Ordinal));
            Assert.Empty(recorded.Keys.Except(framework).Except(recorded.Asked, StringComparer.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Settings_NobodyKnows_AreNoticedByThisTest()
    {
        var recorded = new Recorder(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Engine"] = "sqlite", ["Database:Conection"] = "x" });
        DatabaseSettings.Read(new ConfigurationBuilder().Add(recorded).Build());
        Assert.Equal(["Database:Conection"], recorded.Keys.Except(recorded.Asked, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Services_TwoAppsOneDatabaseThreeNodes_EachSaysHowItIs()
    {
        var services = (Map)_compose["services"];
        Assert.Equal([.. Apps, "postgres", .. Nodes], services.Keys);
        foreach (var name in services.Keys) Assert.Contains("test", ((Map)Service(name)["healthcheck"]).Keys);
        Assert.Equal(services.Keys.Except(Apps), ((Map)Service("app1")["depends_on"]).Keys);
    }

    [Fact]
    public void Secrets_AndVolumesThatServicesName_AreDeclaredAndMade()
    {
        var (secrets, volumes, made) = ((Map)_compose["secrets"], (Map)_compose["volumes"], File.ReadAllText(Path.Combine(Folder, "make-secrets")));
        foreach (var service in ((Map)_compose["services"]).Keys)
        {
            var given = Strings(Service(service), "secrets");
            Assert.Subset(secrets.Keys.ToHashSet(), given.ToHashSet());
            var text = string.Join('\n', [.. Environment(service).Values, Text(Service(service).GetValueOrDefault("command")), Text(((Map)Service(service)["healthcheck"])["test"])]);
            Assert.Subset(given.ToHashSet(), SecretPath().Matches(text).Select(m => m.Groups[1].Value).ToHashSet());
            foreach (var source in Strings(Service(service), "volumes").Select(v => v.Split(':')[0]))
            {
                if (source.StartsWith("./secrets", StringComparison.Ordinal)) continue;
                if (source.StartsWith("./", StringComparison.Ordinal)) Assert.True(File.Exists(Path.Combine(Folder, source)), source);
                else Assert.Contains(source, volumes.Keys);
            }
        }
        Assert.All(secrets.Values, s => Assert.Contains(Path.GetFileNameWithoutExtension((string)((Map)s)["file"]), made, StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_ThatServersMustShare_AreOneVolumeOfBothAndMadeInTheImage()
    {
        var image = File.ReadAllText(Path.Combine(Folder, "Dockerfile"));
        foreach (var (setting, folder) in Environment("app1").Where(e => e.Key.StartsWith("Folders__", StringComparison.Ordinal)))
        {
            Assert.All(Apps, a => Assert.Equal(folder, Environment(a)[setting]));
            Assert.All(Apps, a => Assert.Single(Strings(Service(a), "volumes"), v => v == $"{Path.GetFileName(folder)}:{folder}"));
            Assert.Contains($" {folder} ", image, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Connections_OfEveryKind_AreEncrypted()
    {
        Assert.All(Nodes, n =>
        {
            var settings = Environment(n);
            Assert.Equal((n, n), (settings["node.name"], settings["network.publish_host"]));
            Assert.All(["xpack.security.enabled", "xpack.security.http.ssl.enabled", "xpack.security.transport.ssl.enabled"], s => Assert.Equal("true", settings[s]));
            Assert.Equal("full", settings["xpack.security.transport.ssl.verification_mode"]);
        });
        Assert.Contains("ssl=on", Strings(Service("postgres"), "command"));
        var lets = File.ReadAllLines(Path.Combine(Folder, "pg_hba.conf")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')[0]);
        Assert.Equal(["local", "hostssl"], lets);
        Assert.All(Apps, a => Assert.StartsWith("https://", Environment(a)["Kestrel__Endpoints__Https__Url"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: {b: c}")]
    [InlineData("a: |\n  text")]
    [InlineData("a: b: c")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a:\n    b: 1\n  c: 2")]
    public void Read_FormBeyondThis_IsAnError(string text) => Assert.Throws<FormatException>(() => ComposeText.Read(text));

    public void Dispose() => _secrets.Delete(recursive: true);

    private static List<string> Strings(Map of, string key) => of.TryGetValue(key, out var list) ? ((List<object>)list).ConvertAll(o => (string)o) : [];

    private static string Text(object? list) => list is List<object> items ? string.Join(' ', items) : "";

    private Map Service(string name) => (Map)((Map)_compose["services"])[name];

    private Dictionary<string, string> Environment(string name) => ((Map)Service(name)["environment"]).ToDictionary(e => e.Key, e => (string)e.Value, StringComparer.Ordinal);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "deploy") is var folder && File.Exists(Path.Combine(folder, "compose.yaml"))) return folder;
        throw new DirectoryNotFoundException("deploy/compose.yaml");
    }

    [GeneratedRegex("/run/secrets/([a-z_]+)")]
    private static partial Regex SecretPath();

    /// <summary>Remembers which of its settings somebody asked for.</summary>
    private sealed class Recorder(Dictionary<string, string?> settings) : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IReadOnlyCollection<string> Keys => settings.Keys;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            return settings.TryGetValue(key, out value);
        }
    }
}
