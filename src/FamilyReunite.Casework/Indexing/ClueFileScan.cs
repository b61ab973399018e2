using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FamilyReunite.Clues.Packing;
using Microsoft.Win32.SafeHandles;

namespace FamilyReunite.Casework.Indexing;

/// <summary>The layout of a <see cref="ClueFile"/>: the build's id, then entry after entry.</summary>
internal static class ClueFileScan
{
    public const int StampBytes = 16;
    private const int Window = 1 << 20;
    private const int LongestEntry = 1 << 24;

    /// <summary>Room for outdated entries that is not worth a compaction.</summary>
    private const long Tolerated = 64L << 20;

    public static bool HasStamp(SafeFileHandle file)
    {
        Span<byte> stamp = stackalloc byte[StampBytes];
        return RandomAccess.Read(file, stamp, 0) == StampBytes && new Guid(stamp) == ClueBuild.Id;
    }

    /// <summary>Empties the file and writes the stamp of this build.</summary>
    public static void Begin(SafeFileHandle file)
    {
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, ClueBuild.Id.ToByteArray(), 0);
    }

    /// <summary>The newest entry of every record; <paramref name="end"/> is where the last whole one ends.</summary>
    public static Dictionary<Guid, ClueFile.Entry> Read(SafeFileHandle file, out long end)
    {
        var entries = new Dictionary<Guid, ClueFile.Entry>();
        var (window, from, held) = (new byte[Window], 0L, 0);
        var length = RandomAccess.GetLength(file);
        for (end = StampBytes; end + ClueFile.Entry.HeadBytes <= length;)
        {
            if (end < from || end + ClueFile.Entry.HeadBytes > from + held) (from, held) = (end, RandomAccess.Read(file, window, end));
            if (held < ClueFile.Entry.HeadBytes) break;
            var head = window.AsSpan((int)(end - from), ClueFile.Entry.HeadBytes);
            var bytes = BinaryPrimitives.ReadInt32LittleEndian(head);
            var payload = end + ClueFile.Entry.HeadBytes;
            if (bytes is <= 0 or > LongestEntry || payload + bytes > length) break;
            var entry = new ClueFile.Entry(BinaryPrimitives.ReadInt64LittleEndian(head[4..]), payload, bytes, BinaryPrimitives.ReadUInt64LittleEndian(head[12..]));
            ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, new Guid(head[20..]), out var known);
            if (!known || entry.Version > newest.Version) newest = entry;
            end = payload + bytes;
        }
        return entries;
    }

    /// <summary>Moves the newest entries together when more than half of the file is outdated.</summary>
    /// <returns>Where the file now ends.</returns>
    public static long Compact(SafeFileHandle file, Dictionary<Guid, ClueFile.Entry> entries, long end)
    {
        var live = StampBytes + entries.Values.Sum(e => (long)e.Length + ClueFile.Entry.HeadBytes);
        if (end - live <= Math.Max(live, Tolerated)) return end;
        long to = StampBytes;
        // in the order of the file every entry moves forward over outdated ones, never over one that is still to be moved
        foreach (var (id, e) in entries.OrderBy(e => e.Value.Payload).ToList())
        {
            var whole = new byte[ClueFile.Entry.HeadBytes + e.Length];
            RandomAccess.Read(file, whole, e.Payload - ClueFile.Entry.HeadBytes);
            RandomAccess.Write(file, whole, to);
            entries[id] = e with { Payload = to + ClueFile.Entry.HeadBytes };
            to += whole.Length;
        }
        RandomAccess.SetLength(file, to);
        return to;
    }

    public static void WriteHead(Span<byte> into, Guid id, long version, int length, ulong check)
    {
        BinaryPrimitives.WriteInt32LittleEndian(into, length);
        BinaryPrimitives.WriteInt64LittleEndian(into[4..], version);
        BinaryPrimitives.WriteUInt64LittleEndian(into[12..], check);
        id.TryWriteBytes(into[20..]);
    }

    /// <summary>Tells whole bytes from damaged ones; no protection against somebody who means to deceive.</summary>
    public static ulong Check(ReadOnlySpan<byte> bytes)
    {
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var sum = (ulong)bytes.Length + 1;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) sum = Mix(sum ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) sum = Mix(sum ^ b);
        return sum;

        static ulong Mix(ulong x)
        {
            x *= multiplier;
            return x ^ (x >> 29);
        }
    }
}
