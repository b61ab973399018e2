using System.Diagnostics;
using System.Text;

namespace FamilyReunite.Web.Tests.Startup;

/// <summary>The server as an operator starts it, on a folder of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-start-");
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    public ServerProcess(string language, params IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(typeof(ServerProcess).Assembly.Location, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(typeof(ServerProcess).Assembly.Location, ".deps.json"), typeof(Program).Assembly.Location, "--data", _folder.FullName, "--urls", "http://127.0.0.1:0", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = language;
        start.Environment["LC_ALL"] = language;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything on both streams so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(90)).Token);
        return _process.ExitCode;
    }

    /// <summary>A power cut: nothing in the process can answer it.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs e)
    {
        lock (_said) if (e.Data is not null) _said.AppendLine(e.Data);
    }
}
