using System.Runtime.InteropServices;

namespace FamilyReunite.Photos.Worker;

/// <summary>A seccomp filter for x86-64: sockets, starting programs, signals to others, looking into other processes and every change to a file system answer "not permitted". In force for every thread.</summary>
internal static unsafe partial class CallFilter
{
    private const ushort LoadWord = 0x20, JumpEqual = 0x15, JumpAtLeast = 0x35, JumpAnyBit = 0x45, Return = 0x06;
    private const uint Allow = 0x7FFF0000, NotPermitted = 0x00050001, Intel64 = 0xC000003E, OtherCallTable = 0x40000000;
    private const uint CallNumber = 0, CallArchitecture = 4, FirstArgument = 16, ArgumentBytes = 8;
    private const int SeccompCall = 317, SetFilter = 1, EveryThread = 1;

    /// <summary>O_WRONLY, O_RDWR, O_CREAT, O_TRUNC.</summary>
    private const uint Writing = 0x1 | 0x2 | 0x40 | 0x200;

    private const uint Open = 2, OpenAt = 257, SignalThread = 234;

    /// <summary>Sockets and programs, then other processes, then names and rights of files.</summary>
    private static readonly uint[] Denied =
    [
        41, 42, 43, 49, 50, 53, 59, 322, 425,
        62, 101, 129, 200, 297, 298, 310, 311, 321, 424, 438,
        76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 94, 133, 165, 258, 259, 260, 263, 264, 265, 266, 268, 304, 316, 437,
    ];

    public static void Install()
    {
        Step[] program =
        [
            new(LoadWord, 0, 0, CallArchitecture), new(JumpEqual, 1, 0, Intel64), new(Return, 0, 0, NotPermitted),
            new(LoadWord, 0, 0, CallNumber), new(JumpAtLeast, 0, 1, OtherCallTable), new(Return, 0, 0, NotPermitted),
            .. Denied.SelectMany(call => new Step[] { new(JumpEqual, 0, 1, call), new(Return, 0, 0, NotPermitted) }),
            .. OnlyReading(Open, argument: 1), .. OnlyReading(OpenAt, argument: 2),
            // a process may end itself
            new(JumpEqual, 0, 3, SignalThread), new(LoadWord, 0, 0, FirstArgument), new(JumpEqual, 1, 0, (uint)Environment.ProcessId), new(Return, 0, 0, NotPermitted),
            new(Return, 0, 0, Allow),
        ];
        fixed (Step* steps = program)
        {
            var whole = new Whole((ushort)program.Length, (nint)steps);
            Confinement.Must(syscall(SeccompCall, SetFilter, EveryThread, (nint)(&whole)), "calls");
        }
    }

    private static Step[] OnlyReading(uint call, uint argument) =>
        [new(JumpEqual, 0, 4, call), new(LoadWord, 0, 0, FirstArgument + ArgumentBytes * argument), new(JumpAnyBit, 0, 1, Writing), new(Return, 0, 0, NotPermitted), new(Return, 0, 0, Allow)];

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Step(ushort Code, byte Then, byte Else, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Whole(ushort Length, nint Steps);

    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nint operation, nint flags, nint argument);
}
