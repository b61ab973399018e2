using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FamilyReunite.EndToEnd.Tests;

/// <summary>The product as a stranger starts it: the built server with <c>--demo</c> in an empty folder, a process of its own.</summary>
public sealed partial class DemoServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-e2e-");
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, (string UserName, string Password)> _signIns = new();
    private readonly Process _process;

    public DemoServer()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Web.ReuniteWeb).Assembly.Location, "--demo", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0", "--SignIn:PerMinute", "1000"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Hear(e.Data);
        _process.ErrorDataReceived += (_, e) => Hear(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The printed address, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public string DataFolder => _folder.FullName;

    public (string UserName, string Password) this[string role] => _signIns[role];

    /// <exception cref="TimeoutException">Not ready within five minutes; the message holds what the server said.</exception>
    public async Task ReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_ready.Task, ended, Task.Delay(TimeSpan.FromMinutes(5))) != _ready.Task)
            throw new TimeoutException("The demo did not come up:\n" + string.Join('\n', _said.TakeLast(40)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } address) Address = address.Groups[1].Value.TrimEnd('/');
        if (SignInLine().Match(line) is not { Success: true } m) return;
        _signIns[m.Groups[1].Value] = (m.Groups[2].Value, m.Groups[3].Value);
        if (_signIns.Count == Domain.People.Role.All.Count) _ready.TrySetResult();
    }

    [GeneratedRegex(@"FamilyReunite\s+(http://\S+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex(@"^\s+([a-z-]+)\s+(\S+)\s+(\S{4}-\S{4}-\S{4}-\S{4})\s*$")]
    private static partial Regex SignInLine();
}
