using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using FamilyReunite.Photos.Worker;

// what a decoder that was taken over would try; says "done" or "refused". Arguments: the attempt, "confined" or "free", a file to make and try it on
var file = args[2];
File.WriteAllText(file, "here before");
if (args[1] == "confined") Confinement.Enter();
try
{
    switch (args[0])
    {
        case "write-file":
            File.WriteAllText(file + "-new", "taken over");
            break;
        case "empty-file":
            new FileStream(file, FileMode.Truncate).Dispose();
            break;
        case "delete-file":
            File.Delete(file);
            break;
        case "rename-file":
            File.Move(file, file + "-new");
            break;
        case "open-socket":
            new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose();
            break;
        case "start-program":
            Process.Start("true").WaitForExit();
            break;
        case "take-memory":
            unsafe { NativeMemory.Clear(NativeMemory.Alloc(2_000_000_000), 2_000_000_000); }
            break;
        case "signal-parent":
            using (var self = Process.GetCurrentProcess()) Probe.Must(Probe.Kill(self.Id, 0));
            break;
        case "gain-rights":
            Probe.Must(File.ReadLines("/proc/self/status").Any(l => l.StartsWith("NoNewPrivs:", StringComparison.Ordinal) && l.EndsWith('1')) ? -1 : 0);
            break;
    }
    Console.WriteLine("done");
}
catch (Exception e) when (e is IOException or SocketException or Win32Exception or OutOfMemoryException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
{
    Console.WriteLine("refused");
}

internal static partial class Probe
{
    public static void Must(int result)
    {
        if (result != 0) throw new Win32Exception();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);
}
