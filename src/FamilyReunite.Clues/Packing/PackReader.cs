using System.Buffers.Binary;
using System.Text;

namespace FamilyReunite.Clues.Packing;

/// <summary>Reads what <see cref="PackWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">From any method: the bytes end too early or hold an impossible value.</exception>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public readonly bool AtEnd => _left.IsEmpty;

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Take(1)[0];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80) return (long)(value >> 1) ^ -(long)(value & 1);
        }
        throw new InvalidDataException("A packed number has no end.");
    }

    public bool Flag() => Number() != 0;

    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public ReadOnlySpan<byte> Bytes(int count) => Take(count);

    public string? TextOrNull() => Number() is >= 0 and var length ? TextPool.Of(Take((int)Math.Min(length, int.MaxValue))) : null;

    public string Text() => TextOrNull() ?? throw new InvalidDataException("A packed text is missing.");

    public DateOnly? DayOrNull() => Number() is >= 0 and var day ? Day(day) : null;

    public DaySpan Days()
    {
        var first = Day(Number());
        return new DaySpan(first, Day(Number()));
    }

    public string[] Texts()
    {
        var values = Array<string>();
        for (var i = 0; i < values.Length; i++) values[i] = Text();
        return values;
    }

    /// <summary>Room for as many items as are announced, none of which can be shorter than a byte.</summary>
    public T[] Array<T>() => Number() is >= 0 and var count && count <= _left.Length ? count == 0 ? [] : new T[count] : throw new InvalidDataException("A packed list is longer than its bytes.");

    private static DateOnly Day(long number) =>
        number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : throw new InvalidDataException("A packed day lies outside the calendar.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _left.Length) throw new InvalidDataException("Packed clues end too early.");
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    /// <summary>Short texts return again and again (syllables, codes, words for clothing): each is made once.</summary>
    private static class TextPool
    {
        private const int Longest = 24;
        private const int Slots = 1 << 14;
        private static readonly string?[] Known = new string?[Slots];

        public static string Of(ReadOnlySpan<byte> utf8)
        {
            if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
            Span<char> chars = stackalloc char[Longest];
            chars = chars[..Encoding.UTF8.GetChars(utf8, chars)];
            var hash = 0u;
            foreach (var b in utf8) hash = (hash ^ b) * 0x01000193;
            ref var slot = ref Known[(hash ^ (hash >> 16)) % Slots];
            var known = slot;
            return known is not null && chars.SequenceEqual(known) ? known : slot = chars.ToString();
        }
    }
}
