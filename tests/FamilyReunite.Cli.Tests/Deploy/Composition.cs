using System.IO.Compression;
using System.Runtime.Versioning;
using FamilyReunite.Casework.Tests.Deploy;

namespace FamilyReunite.Cli.Tests.Deploy;

/// <summary>What <c>deploy/compose.yaml</c> names, started as processes. What an image's own entry point does is done here: PostgreSQL's cluster and database are made, settings of Elasticsearch go from the environment into its file, its password into its key store.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Composition : IDisposable
{
    private const string AppAccount = "1654:1654";
    private const string PostgresAccount = "999:999";
    private const string ElasticAccount = "1000:0";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ComposedHost _host = new(["es1", "es2", "es3", "postgres", "app1", "app2"]);
    private readonly Dictionary<string, ComposedService> _services = new(StringComparer.Ordinal);
    private readonly string _programs;
    private readonly string _elastic;

    /// <param name="deploy">The folder <c>deploy</c>.</param>
    /// <param name="programs">Folder of PostgreSQL's programs.</param>
    /// <param name="elastic">The server's archive.</param>
    public Composition(string deploy, string programs, string elastic)
    {
        (_programs, _elastic) = (programs, elastic);
        var copy = _host.Make("root", "deploy");
        foreach (var file in (string[])["compose.yaml", "pg_hba.conf", "make-secrets"]) File.Copy(Path.Combine(deploy, file), Path.Combine(copy, file));
        ComposedHost.Outside("bash", Path.Combine(copy, "make-secrets"), "reunite.example.org");
        var compose = ComposeText.Read(File.ReadAllText(Path.Combine(copy, "compose.yaml")));
        foreach (var name in _host.Names)
            _services[name] = new ComposedService(_host, compose, name, name[0] switch { 'a' => AppAccount, 'p' => PostgresAccount, _ => ElasticAccount }, copy);
    }

    public ComposedHost Host => _host;

    public ComposedService this[string name] => _services[name];

    public async Task StartAsync(CancellationToken ct)
    {
        ZipFile.ExtractToDirectory(_elastic, _host.Folder);
        var program = Directory.GetDirectories(_host.Folder, "elasticsearch-*").Single();
        ComposedHost.Outside("chmod", "-R", "a+rX,a+x", program);
        await StartPostgresAsync(ct);
        var nodes = _host.Names.Where(n => n.StartsWith("es", StringComparison.Ordinal)).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => StartNode(_services[n], program), ct)));
        foreach (var node in nodes) await NodeHealthyAsync(node, ct);
        foreach (var app in (string[])["app1", "app2"]) await StartAppAsync(app, ct);
    }

    public Task NodeHealthyAsync(string node, CancellationToken ct) => _services[node].UntilHealthyAsync(Patience, [], ct, ("localhost:9200", node + ":9200"));

    public Task AppHealthyAsync(string app, CancellationToken ct) => _services[app].UntilHealthyAsync(Patience, [], ct, ("localhost:8443", "localhost:" + _services[app].Published));

    /// <summary>The command line of the image, as <c>docker compose run --rm app1 …</c> would have it.</summary>
    public string Reunite(string app, params string[] words) => _host.Run(AppAccount, Settings(app), [.. Program, .. words, "--data", _services[app].Here("/data")]);

    public void Dispose()
    {
        foreach (var service in _services.Values) service.Dispose();
        _host.Dispose();
    }

    private static string[] Program { get; } = ["dotnet", "exec", "--runtimeconfig", Path.ChangeExtension(typeof(Composition).Assembly.Location, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(typeof(Composition).Assembly.Location, ".deps.json"), typeof(ReuniteCommand).Assembly.Location];

    private async Task StartPostgresAsync(CancellationToken ct)
    {
        var (service, none) = (_services["postgres"], new Dictionary<string, string>(StringComparer.Ordinal));
        var (data, socket) = (service.Here("/var/lib/postgresql/data"), _host.Make(PostgresAccount, "containers", "postgres", "run"));
        var user = service.Environment["POSTGRES_USER"];
        _host.Run(PostgresAccount, none, Path.Combine(_programs, "initdb"), "-D", data, "-U", user, "--pwfile=" + service.Environment["POSTGRES_PASSWORD_FILE"], "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        service.Start(none, [Path.Combine(_programs, service.Command[0]), .. service.Command.Skip(1), "-D", data, "-k", socket, "-c", "listen_addresses=" + _host.Address("postgres")]);
        await service.UntilHealthyAsync(Patience, new(StringComparer.Ordinal) { ["PATH"] = _programs, ["PGHOST"] = socket }, ct);
        _host.Run(PostgresAccount, none, Path.Combine(_programs, "createdb"), "-h", socket, "-U", user, service.Environment["POSTGRES_DB"]);
    }

    private void StartNode(ComposedService node, string program)
    {
        var config = _host.Make("root", "containers", node.Name, "config");
        foreach (var file in (string[])["jvm.options", "log4j2.properties", "roles.yml", "role_mapping.yml", "users", "users_roles"]) File.Copy(Path.Combine(program, "config", file), Path.Combine(config, file));
        Directory.CreateDirectory(Path.Combine(config, "jvm.options.d"));
        ComposedHost.Outside("cp", "-a", node.Here("/usr/share/elasticsearch/config/certs"), Path.Combine(config, "certs"));
        var settings = node.Environment.Where(e => e.Key.Contains('.', StringComparison.Ordinal)).Select(e => $"{e.Key}: \"{e.Value}\"");
        // the image listens at every address of its container, and is known by that number
        File.WriteAllLines(Path.Combine(config, "elasticsearch.yml"), [.. settings, $"network.bind_host: \"{_host.Address(node.Name)}\"", .. node.Environment.ContainsKey("network.publish_host") ? Array.Empty<string>() : [$"network.publish_host: \"{_host.Address(node.Name)}\""], $"path.data: {node.Here("/usr/share/elasticsearch/data")}", $"path.logs: {_host.Make(ElasticAccount, "containers", node.Name, "logs")}"]);
        ComposedHost.Outside("chown", "-R", ElasticAccount, config);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ES_PATH_CONF"] = config, ["ES_JAVA_OPTS"] = "-Xms512m -Xmx512m", ["ES_JAVA_HOME"] = JavaHome(), ["ES_TMPDIR"] = _host.Make(ElasticAccount, "containers", node.Name, "tmp") };
        var store = Path.Combine(program, "bin", "elasticsearch-keystore");
        _host.Run(ElasticAccount, environment, store, "create");
        _host.Run(ElasticAccount, environment, "sh", "-c", $"{store} add -f -x bootstrap.password <{node.Environment["ELASTIC_PASSWORD_FILE"]}");
        node.Start(environment, Path.Combine(program, "bin", "elasticsearch"));
    }

    private async Task StartAppAsync(string app, CancellationToken ct)
    {
        _services[app].Start(Settings(app), [.. Program, "serve", "--data", _services[app].Here("/data")]);
        await AppHealthyAsync(app, ct);
    }

    /// <summary>Both apps share one network here, so each listens at the port that the file publishes.</summary>
    private Dictionary<string, string> Settings(string app) => _services[app].Environment.ToDictionary(e => e.Key, e => e.Key == "Kestrel__Endpoints__Https__Url" ? e.Value.Replace("8443", _services[app].Published, StringComparison.Ordinal) : e.Value, StringComparer.Ordinal);

    private static string JavaHome() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(new FileInfo("/usr/bin/java").ResolveLinkTarget(returnFinalTarget: true)!.FullName)!, ".."));
}
