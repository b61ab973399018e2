using System.Runtime.InteropServices;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;

namespace FamilyReunite.Photos.Worker;

/// <summary>Gives up, before the first photo is read, what decoding does not need: much memory, writing files, gaining rights; on 64-bit Intel also sockets, starting programs and every change to a file system. Numbers are those of the Linux ABI.</summary>
internal static partial class Confinement
{
    private const int LimitFileSize = 1, LimitData = 2, LimitCore = 4;
    private const int FileTooLarge = 25, Ignore = 1;
    private const int NoDump = 4, NoNewPrivileges = 38;

    /// <exception cref="InvalidOperationException">The system refused: no photo is read without these limits.</exception>
    public static void Enter()
    {
        if (!OperatingSystem.IsLinux()) return;
        Limit(LimitData, ChildLimits.DataBytes);
        // a library that tries to write a file is told that it cannot, instead of ending the process
        signal(FileTooLarge, Ignore);
        // where the filter lets no file be opened for writing, only a photo in memory is written (HEIC); elsewhere nothing is
        var filtered = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Limit(LimitFileSize, filtered ? PhotoLimits.MaxBytes : 0);
        Limit(LimitCore, 0);
        Must(prctl(NoDump, 0, 0, 0, 0), "dump");
        Must(prctl(NoNewPrivileges, 1, 0, 0, 0), "privileges");
        if (filtered) CallFilter.Install();
    }

    private static void Limit(int what, long bytes)
    {
        var limit = new Bounds((ulong)bytes, (ulong)bytes);
        Must(setrlimit(what, in limit), "limit");
    }

    internal static void Must(long result, string what)
    {
        if (result != 0) throw new InvalidOperationException($"The decoding process could not be confined: {what}.");
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Bounds(ulong Soft, ulong Hard);

    [LibraryImport("libc")]
    private static partial int setrlimit(int resource, in Bounds limit);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);
}
