using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using FamilyReunite.Casework.Tests.Deploy;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace FamilyReunite.Cli.Tests.Deploy;

/// <summary>One service of <c>deploy/compose.yaml</c> as a process: the environment, secrets, volumes and health check that stand there, under the account of its image. A path of the container becomes one of the host's folder only when the file mounts it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ComposedService : IDisposable
{
    private readonly ComposedHost _host;
    private readonly Map _service;
    private readonly List<(string There, string Here)> _mounts = [];
    private readonly StringBuilder _said = new();
    private Process? _process;

    /// <param name="account">uid:gid in the image.</param>
    /// <param name="deploy">Copy of the folder <c>deploy</c>, with its secrets made.</param>
    public ComposedService(ComposedHost host, Map compose, string name, string account, string deploy)
    {
        (_host, Name, Account, _service) = (host, name, account, (Map)((Map)compose["services"])[name]);
        var secrets = Directory.CreateDirectory(host.In("containers", name, "secrets")).FullName;
        foreach (var secret in Strings("secrets"))
            File.CreateSymbolicLink(Path.Combine(secrets, secret), Path.GetFullPath(Path.Combine(deploy, (string)((Map)((Map)compose["secrets"])[secret])["file"])));
        _mounts.Add(("/run/secrets", secrets));
        foreach (var volume in Strings("volumes").Select(v => v.Split(':')))
            _mounts.Add((volume[1], volume[0].StartsWith('.') ? Path.GetFullPath(Path.Combine(deploy, volume[0])) : host.Make(account, "volumes", volume[0])));
        Environment = ((Map)_service["environment"]).ToDictionary(e => e.Key, e => Here((string)e.Value), StringComparer.Ordinal);
    }

    public string Name { get; }

    public string Account { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public IReadOnlyList<string> Command => Strings("command").ConvertAll(Here);

    /// <summary>Port under which the file publishes the service.</summary>
    public string? Published => Strings("ports").Select(p => p.Split(':')[0]).SingleOrDefault();

    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Where a path of the container lies.</summary>
    public string Here(string text) => _mounts.Aggregate(text, (t, m) => t.Replace(m.There, m.Here, StringComparison.Ordinal));

    public void Start(IReadOnlyDictionary<string, string> environment, params string[] command) => _process = _host.Start(Account, environment, _said, command);

    /// <summary>Waits until the file's own health check holds.</summary>
    /// <param name="swaps">What the check calls localhost, in the only network there is.</param>
    public async Task UntilHealthyAsync(TimeSpan longest, Dictionary<string, string> environment, CancellationToken ct, params (string There, string Here)[] swaps)
    {
        var test = ((List<object>)((Map)_service["healthcheck"])["test"]).ConvertAll(o => swaps.Aggregate(Here((string)o).Replace("$$", "$", StringComparison.Ordinal), (t, s) => t.Replace(s.There, s.Here, StringComparison.Ordinal)));
        string[] command = test[0] == "CMD-SHELL" ? ["sh", "-c", test[1]] : [.. test.Skip(1)];
        var until = TimeProvider.System.GetUtcNow() + longest;
        for (; ; await Task.Delay(1000, ct))
        {
            var (code, said) = _host.Try(Account, environment, command);
            if (code == 0) return;
            if (_process!.HasExited || TimeProvider.System.GetUtcNow() > until) Assert.Fail($"{Name} is not healthy ({said.Trim()}). It said: {Said}");
        }
    }

    /// <summary>As a power cut.</summary>
    public void Kill()
    {
        if (_process is null or { HasExited: true }) return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process?.Dispose();
    }

    private List<string> Strings(string key) => _service.TryGetValue(key, out var list) ? ((List<object>)list).ConvertAll(o => (string)o) : [];
}
