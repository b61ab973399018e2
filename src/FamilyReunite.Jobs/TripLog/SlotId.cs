using System.Security.Cryptography;
using System.Text;

namespace FamilyReunite.Jobs.TripLog;

/// <summary>Ids of what the software notes by itself: the same note of the same slot has the same id, so that a night run twice writes once.</summary>
internal static class SlotId
{
    /// <returns>A version-8 UUID from SHA-256 over the owner and the words.</returns>
    public static Guid Of(Guid owner, string purpose, string slot)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner:D}/{purpose}/{slot}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
