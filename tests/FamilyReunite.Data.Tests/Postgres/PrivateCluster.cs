using System.Diagnostics;

namespace FamilyReunite.Data.Tests.Postgres;

/// <summary>A PostgreSQL of one's own from Debian's package, in a folder that goes with it, reached through a socket there unless it is told to listen.</summary>
public sealed class PrivateCluster : IDisposable
{
    /// <summary>The server may not run as root; Debian's package brings this account.</summary>
    public const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rpg-");
    private readonly string _programs;
    private bool _started;

    /// <param name="programs">See <see cref="Installed"/>.</param>
    public PrivateCluster(string programs)
    {
        _programs = programs;
        if (Environment.IsPrivilegedProcess) Run("chown", Account, _folder.FullName);
        RunProgram("initdb", "-D", Data, "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    }

    /// <summary>Folder of the newest programs; null without the package.</summary>
    public static string? Installed { get; } = !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    public string Data => Path.Combine(_folder.FullName, "data");

    public string Connection => $"Host={_folder.FullName};Username={Account};Database=postgres";

    /// <param name="options">More settings, as <c>-c name=value</c>.</param>
    public void Start(string options = "-c listen_addresses=''")
    {
        RunProgram("pg_ctl", "-D", Data, "-s", "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-c fsync=off -k {_folder.FullName} {options}", "start");
        _started = true;
    }

    public void Stop()
    {
        if (_started) RunProgram("pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");
        _started = false;
    }

    /// <summary>A file in its data folder that the server may read and nobody else.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Data, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Environment.IsPrivilegedProcess) Run("chown", Account, path);
        return path;
    }

    public void Dispose()
    {
        Stop();
        _folder.Delete(recursive: true);
    }

    private void RunProgram(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=" + Account, "--regid=" + Account, "--clear-groups", path, .. arguments]);
        else Run(path, arguments);
    }

    private void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
