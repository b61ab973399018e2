using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

namespace FamilyReunite.Cli.Tests.Deploy;

/// <summary>Stands for the machine and the network of a composition: a folder, and name spaces of its own for mounts and network, in which every service has an address and the name that the file gives it. Needs root and Linux.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ComposedHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-deploy-");
    private readonly Process _holder;

    /// <param name="names">Service names; the first has the address 127.0.1.11: of the loopback, so that Elasticsearch does not ask for a setting of the kernel.</param>
    public ComposedHost(IReadOnlyList<string> names)
    {
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_001_001);
        Names = names;
        File.WriteAllLines(In("hosts"), [$"127.0.0.1 localhost {Environment.MachineName}", .. names.Select(n => $"{Address(n)} {n}")]);
        File.WriteAllLines(In("passwd"), ["root:x:0:0::/root:/bin/sh", "postgres:x:999:999::/:/bin/sh", "elasticsearch:x:1000:0::/:/bin/sh", "app:x:1654:1654::/:/bin/sh"]);
        foreach (var file in (string[])["hosts", "passwd"]) File.SetUnixFileMode(In(file), (UnixFileMode)0b110_100_100);
        _holder = Process.Start(new ProcessStartInfo("unshare", ["--mount", "--net", "sh", "-c", "echo ready; exec sleep infinity"]) { RedirectStandardOutput = true })!;
        if (_holder.StandardOutput.ReadLine() is null) throw new InvalidOperationException("No name spaces may be made here.");
        Run("root", [], "sh", "-ec", $"ip link set lo up; mount --bind {In("hosts")} /etc/hosts; mount --bind {In("passwd")} /etc/passwd");
    }

    public string Folder => _folder.FullName;

    public IReadOnlyList<string> Names { get; }

    public string Address(string name) => string.Create(CultureInfo.InvariantCulture, $"127.0.1.{11 + Names.ToList().IndexOf(name)}");

    public string In(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>A folder that an account of a container owns.</summary>
    public string Make(string account, params string[] path)
    {
        var folder = Directory.CreateDirectory(In(path)).FullName;
        if (account != "root") Outside("chown", account, folder);
        return folder;
    }

    public static void Outside(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a program in the composition to its end.</summary>
    /// <param name="account">"root" or "uid:gid".</param>
    /// <exception cref="InvalidOperationException">It failed; with what it said.</exception>
    public string Run(string account, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var (code, said) = Try(account, environment, command);
        return code == 0 ? said : throw new InvalidOperationException($"{command[0]} ended with {code}: {said}");
    }

    public string Run(string account, (string, string)[] environment, params string[] command) => Run(account, environment.ToDictionary(e => e.Item1, e => e.Item2, StringComparer.Ordinal), command);

    public (int Code, string Said) Try(string account, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var said = new StringBuilder();
        using var process = Start(account, environment, said, command);
        process.WaitForExit();
        lock (said) return (process.ExitCode, said.ToString());
    }

    /// <summary>Starts a program in the composition under an account, with this environment and nothing of ours.</summary>
    public Process Start(string account, IReadOnlyDictionary<string, string> environment, StringBuilder said, params string[] command)
    {
        string[] become = account == "root" ? [] : ["setpriv", "--reuid=" + account.Split(':')[0], "--regid=" + account.Split(':')[1], "--clear-groups"];
        string[] words = ["--target", $"{_holder.Id}", "--mount", "--net", "--", .. become, "env", "-i", "-C", Folder, "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG=C.UTF-8", .. environment.Select(e => $"{e.Key}={e.Value}"), .. command];
        var process = Process.Start(new ProcessStartInfo("nsenter", words) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 })!;
        void Keep(object sender, DataReceivedEventArgs e)
        {
            lock (said) if (e.Data is not null) said.AppendLine(e.Data);
        }
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public void Dispose()
    {
        _holder.Kill();
        _holder.WaitForExit();
        _holder.Dispose();
        _folder.Delete(recursive: true);
    }
}
