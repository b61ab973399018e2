using System.Runtime.InteropServices;

namespace FamilyReunite.Photos.Worker;

/// <summary>A seccomp filter for x86-64: sockets, starting programs and looking into other processes answer "not permitted". In force for every thread.</summary>
internal static unsafe partial class CallFilter
{
    private const ushort LoadWord = 0x20, JumpEqual = 0x15, Return = 0x06;
    private const uint Allow = 0x7FFF0000, NotPermitted = 0x00050001, Intel64 = 0xC000003E;
    private const int SeccompCall = 317, SetFilter = 1, EveryThread = 1;

    /// <summary>socket, connect, accept, bind, listen, socketpair, execve, kill, ptrace, process_vm_readv and _writev, execveat, bpf, perf_event_open, io_uring_setup.</summary>
    private static readonly uint[] Denied = [41, 42, 43, 49, 50, 53, 59, 62, 101, 310, 311, 322, 321, 298, 425];

    public static void Install()
    {
        Step[] program =
        [
            new(LoadWord, 0, 0, 4), new(JumpEqual, 1, 0, Intel64), new(Return, 0, 0, NotPermitted), new(LoadWord, 0, 0, 0),
            .. Denied.Select((call, i) => new Step(JumpEqual, (byte)(Denied.Length - i), 0, call)),
            new(Return, 0, 0, Allow), new(Return, 0, 0, NotPermitted),
        ];
        fixed (Step* steps = program)
        {
            var whole = new Whole((ushort)program.Length, (nint)steps);
            Confinement.Must(syscall(SeccompCall, SetFilter, EveryThread, (nint)(&whole)), "calls");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Step(ushort Code, byte Then, byte Else, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Whole(ushort Length, nint Steps);

    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nint operation, nint flags, nint argument);
}
