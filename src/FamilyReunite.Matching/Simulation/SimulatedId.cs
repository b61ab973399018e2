using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Matching.Simulation;

/// <summary>Identifiers of the shape of UUIDv7, made of a simulated instant and seeded chance.</summary>
public static class SimulatedId
{
    public static Guid Next(Random random, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Shape(bytes, at);
    }

    /// <summary>Always the same id for a name, e.g. of an organisation.</summary>
    public static Guid Named(string name, DateTimeOffset at) => Shape(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), at);

    private static Guid Shape(Span<byte> bytes, DateTimeOffset at)
    {
        var ms = at.ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, ms >>= 8) bytes[i] = (byte)ms;
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
