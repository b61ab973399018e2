using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FamilyReunite.Photos.Faces.Scan;

/// <summary>An anonymous mapping outside the collected heap: no file stands behind it. Zeroed before it is given back, and kept out of crash dumps where the system can.</summary>
internal sealed unsafe partial class CodeMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Size of a large page: with small ones the processor looks up addresses more than it computes.</summary>
    private const int LargePage = 2 * 1024 * 1024;

    private const int AdviseHugePage = 14, AdviseDontDump = 16;
    private readonly nuint _length;

    /// <param name="length">In bytes; what they hold at first is not said.</param>
    public CodeMemory(long length) : base(ownsHandle: true)
    {
        _length = ((nuint)length + LargePage - 1) / LargePage * LargePage;
        SetHandle((nint)NativeMemory.AlignedAlloc(_length, LargePage));
        GC.AddMemoryPressure((long)_length);
        if (OperatingSystem.IsLinux())
        {
            // advice alone: where the kernel does not take it, the scan is slower and the result the same
            _ = Advise(handle, _length, AdviseHugePage);
            _ = Advise(handle, _length, AdviseDontDump);
        }
    }

    /// <summary>Valid while the object is kept alive.</summary>
    public byte* Start => (byte*)handle;

    protected override bool ReleaseHandle()
    {
        NativeMemory.Clear((void*)handle, _length);
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure((long)_length);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
