using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Casework.Exchange;

/// <summary>A UUIDv7 that the same instant and name always give again, for what a file brings without an id of its own.</summary>
internal static class StableId
{
    public static Guid Of(DateTimeOffset at, string name)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), bytes);
        var id = bytes[..16];
        Span<byte> instant = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(instant, at.ToUnixTimeMilliseconds());
        instant[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
