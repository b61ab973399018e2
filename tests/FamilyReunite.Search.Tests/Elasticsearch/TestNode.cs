using System.Diagnostics;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Nodes of a test's own that it may kill; their data go when it is disposed.</summary>
internal sealed class TestNode(int port, bool secure = false, int nodes = 1) : IDisposable
{
    private bool _started;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("family-reunite-es-");

    /// <summary>Null where the server's files are not beside the repository.</summary>
    public static string? Folder { get; } = FindFolder();

    public string CaFile => Path.Combine(_home.FullName, "ca.crt");

    public string Password => File.ReadAllText(Path.Combine(_home.FullName, "password")).Trim();

    public Uri Start()
    {
        // the server does not run as root, so another user must be able to enter
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_home.FullName, (UnixFileMode)0b111_101_101);
        var lines = Run("start", "--home", _home.FullName, "--port", $"{port}", "--nodes", $"{nodes}", secure ? "--secure" : "--heap", secure ? "" : "512m");
        _started = true;
        return new Uri(lines[^1]);
    }

    public void Stop() => Run("stop", "--home", _home.FullName);

    /// <summary>Comes back with another password for its only account.</summary>
    public void Restart(string password)
    {
        Stop();
        File.WriteAllText(Path.Combine(_home.FullName, "password"), password);
        Start();
    }

    /// <summary>As a power cut.</summary>
    public void Kill() => Run("stop", "--home", _home.FullName, "--kill");

    /// <summary>One of several, as a power cut.</summary>
    public void Kill(int node) => Run("stop", "--home", _home.FullName, "--node", $"{node}", "--kill");

    public void Dispose()
    {
        if (_started) Kill();
        _home.Delete(recursive: true);
    }

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "elasticsearch") is var folder && File.Exists(Path.Combine(folder, "start"))) return folder;
        return null;
    }

    private static string[] Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Folder!, script), arguments.Where(a => a.Length > 0)) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.SkipWhen(script == "start" && process.ExitCode != 0, "The Elasticsearch beside the repository did not start: what needs it is skipped.");
        Assert.Equal(0, process.ExitCode);
        return lines;
    }
}
