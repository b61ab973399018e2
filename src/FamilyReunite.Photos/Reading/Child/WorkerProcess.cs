using System.Diagnostics;
using System.Runtime.InteropServices;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Reading.Child;

/// <summary>One decoding process with an empty environment. It confines itself before it reads a byte; one that is late or too large is killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string Program = "FamilyReunite.Photos.Worker.dll";
    private readonly Process _process;

    /// <exception cref="FileNotFoundException">The worker is not beside the program: the installation is incomplete.</exception>
    public WorkerProcess()
    {
        var program = Path.Combine(AppContext.BaseDirectory, Program);
        if (!File.Exists(program)) throw new FileNotFoundException("The photo worker is missing. Install the program again.", Program);
        var start = new ProcessStartInfo(Host()) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(program);
        start.Environment.Clear();
        foreach (var (name, value) in ChildLimits.Environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        // what a decoder prints is not ours to log, but a full pipe would stop it
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public int Photos { get; private set; }

    /// <summary>Null when it died or had to be killed; it is of no use then.</summary>
    public Outcome<ReadPhoto>? Ask(ReadOnlyMemory<byte> bytes, TimeSpan limit, TimeProvider clock)
    {
        Photos++;
        using var late = clock.CreateTimer(_ => Kill(), null, limit, Timeout.InfiniteTimeSpan);
        try
        {
            PhotoWire.Send(_process.StandardInput.BaseStream, bytes.Span);
            return PhotoWire.Receive(_process.StandardOutput.BaseStream) is { } answer ? PhotoWire.Read(answer) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it is gone already, which is what was wanted
        }
    }

    /// <summary>The dotnet that runs this program, whatever program that is: three folders above the runtime's own.</summary>
    private static string Host() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
