using System.Buffers;
using System.Text;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>How many characters beyond ASCII a file holds if it is UTF-8, and how many places are none.</summary>
internal readonly record struct Utf8Share(long Whole, long Broken)
{
    private const int BlockBytes = 1 << 16;

    public static async Task<Utf8Share> MeasureAsync(Stream file, CancellationToken ct)
    {
        var buffer = new byte[BlockBytes];
        var (whole, broken, kept) = (0L, 0L, 0);
        while (true)
        {
            var read = await file.ReadAsync(buffer.AsMemory(kept), ct);
            var length = kept + read;
            var used = Count(buffer.AsSpan(0, length), last: read == 0, ref whole, ref broken);
            kept = length - used;
            buffer.AsSpan(used, kept).CopyTo(buffer);
            if (read == 0) return new Utf8Share(whole, broken);
        }
    }

    private static int Count(ReadOnlySpan<byte> bytes, bool last, ref long whole, ref long broken)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return bytes.Length;
            at += ascii;
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var size);
            if (status == OperationStatus.NeedMoreData && !last) return at;
            if (status == OperationStatus.Done) whole++;
            else broken++;
            at += size;
        }
        return at;
    }
}
