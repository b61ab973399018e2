using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Text;

namespace FamilyReunite.Search.Tokens;

/// <summary>SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed 64-bit hash. Without the key nobody can test whether a name is in an index.</summary>
internal sealed class TokenHash
{
    public const int KeyBytes = 16;

    private readonly ulong _k0;
    private readonly ulong _k1;

    public TokenHash(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes) throw new ArgumentException("A token key has 16 bytes.", nameof(key));
        (_k0, _k1) = (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
    }

    /// <summary>Prefix in clear and eleven characters of hash.</summary>
    public string Of(TokenKind kind, string text)
    {
        var whole = $"{kind.Prefix}{kind.Name}|{text}";
        Span<byte> buffer = stackalloc byte[512];
        var bytes = Encoding.UTF8.GetByteCount(whole) <= buffer.Length ? buffer : new byte[Encoding.UTF8.GetByteCount(whole)];
        var hash = Of(bytes[..Encoding.UTF8.GetBytes(whole, bytes)]);
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(eight, hash);
        return kind.Prefix + Base64Url.EncodeToString(eight);
    }

    public ulong Of(ReadOnlySpan<byte> data)
    {
        var (v0, v1, v2, v3) = (_k0 ^ 0x736f6d6570736575, _k1 ^ 0x646f72616e646f6d, _k0 ^ 0x6c7967656e657261, _k1 ^ 0x7465646279746573);
        var last = (ulong)data.Length << 56;
        for (; data.Length >= 8; data = data[8..]) Take(BinaryPrimitives.ReadUInt64LittleEndian(data), ref v0, ref v1, ref v2, ref v3);
        for (var i = 0; i < data.Length; i++) last |= (ulong)data[i] << (8 * i);
        Take(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xff;
        for (var i = 0; i < 4; i++) Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Take(ulong m, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= m;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= m;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
