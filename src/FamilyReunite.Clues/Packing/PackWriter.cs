using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FamilyReunite.Clues.Packing;

/// <summary>Writes small values one after another: numbers of seven bits a byte, texts in UTF-8 behind their length.</summary>
internal readonly struct PackWriter(IBufferWriter<byte> into)
{
    private const int LongestNumber = 10;

    public void Number(long value)
    {
        // zigzag, so that small negative numbers stay short
        var left = (ulong)((value << 1) ^ (value >> 63));
        var span = into.GetSpan(LongestNumber);
        var n = 0;
        for (; left >= 0x80; left >>= 7) span[n++] = (byte)(left | 0x80);
        span[n++] = (byte)left;
        into.Advance(n);
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    public void Real(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(into.GetSpan(sizeof(double)), value);
        into.Advance(sizeof(double));
    }

    public void Bytes(ReadOnlySpan<byte> value) => into.Write(value);

    /// <summary>Null and empty stay two things.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(-1);
            return;
        }
        var bytes = Encoding.UTF8.GetByteCount(value);
        Number(bytes);
        into.Advance(Encoding.UTF8.GetBytes(value, into.GetSpan(Math.Max(1, bytes))));
    }

    public void Day(DateOnly? value) => Number(value is { } day ? day.DayNumber : -1);

    public void Texts(IReadOnlyList<string> values)
    {
        Number(values.Count);
        foreach (var v in values) Text(v);
    }
}
