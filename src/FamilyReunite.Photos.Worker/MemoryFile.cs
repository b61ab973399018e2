using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FamilyReunite.Photos.Worker;

/// <summary>Bytes in memory that can be opened by a path (Linux), for a decoder that reads files alone: nothing reaches a disk.</summary>
internal sealed partial class MemoryFile : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="IOException">The system gives no such file.</exception>
    public MemoryFile(ReadOnlySpan<byte> bytes)
    {
        var descriptor = memfd_create("photo", 0);
        if (descriptor < 0) throw new IOException("No file in memory.", new Win32Exception());
        _file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        _file.Write(bytes);
        Path = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}");
    }

    public string Path { get; }

    public void Dispose() => _file.Dispose();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int memfd_create(string name, uint flags);
}
