using System.Buffers.Binary;
using System.Text;
using FamilyReunite.Domain.Records;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>A token as a term of the engine: kind, value, zero byte, weight. The weight is part of the term, so postings hold document numbers
/// alone and a score is exact; all weights of one value stand side by side in the dictionary.</summary>
internal static class TokenTerm
{
    /// <summary>Longest value in UTF-8 bytes.</summary>
    public const int MaxValue = 512;

    private const int WeightBytes = 4;

    public static void Write(BytesRef term, RecordKind kind, in ClueToken token)
    {
        WritePrefix(term, kind, token.Value, WeightBytes);
        BinaryPrimitives.WriteSingleBigEndian(term.Bytes.AsSpan(term.Length), token.Weight);
        term.Length += WeightBytes;
    }

    public static void WritePrefix(BytesRef term, RecordKind kind, string value, int spare = 0)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        if (length > MaxValue || value.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("A token is at most 512 bytes long and holds no U+0000.", nameof(value));
        term.Offset = 0;
        term.Grow(length + 2 + spare);
        term.Bytes[0] = (byte)kind;
        Encoding.UTF8.GetBytes(value, term.Bytes.AsSpan(1));
        term.Bytes[length + 1] = 0;
        term.Length = length + 2;
    }

    public static bool HasPrefix(BytesRef term, BytesRef prefix) =>
        term.Length == prefix.Length + WeightBytes && term.Bytes.AsSpan(term.Offset, prefix.Length).SequenceEqual(prefix.Bytes.AsSpan(prefix.Offset, prefix.Length));

    /// <summary>The token's value in UTF-8.</summary>
    public static ReadOnlySpan<byte> Value(BytesRef term) => term.Bytes.AsSpan(term.Offset + 1, term.Length - 2 - WeightBytes);

    public static float Weight(BytesRef term) => BinaryPrimitives.ReadSingleBigEndian(term.Bytes.AsSpan(term.Offset + term.Length - WeightBytes));
}
