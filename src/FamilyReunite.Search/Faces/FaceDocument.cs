using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search.Faces;

/// <summary>The compared face of one photo as a shared index holds it.</summary>
/// <param name="Vector">Of unit length.</param>
public sealed record FaceDocument(Guid AttachmentId, Guid RecordId, RecordKind Kind, float[] Vector, FaceTraits Traits)
{
    private const int StampBytes = 8;

    /// <summary>Differs when anything in it does: a face that was chosen anew, a sex that was corrected.</summary>
    /// <param name="key">Without it nobody can tell whether a stamp is that of a vector he holds.</param>
    public string Stamp(byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> head = stackalloc byte[16 + 1 + 1 + 8 + 8 + 16];
        RecordId.TryWriteBytes(head);
        (head[16], head[17]) = ((byte)Kind, (byte)Traits.Sex);
        BinaryPrimitives.WriteDoubleLittleEndian(head[18..], Traits.BirthYears?.Low ?? double.NaN);
        BinaryPrimitives.WriteDoubleLittleEndian(head[26..], Traits.BirthYears?.High ?? double.NaN);
        Traits.OrganisationId.TryWriteBytes(head[34..]);
        hash.AppendData(head);
        hash.AppendData(MemoryMarshal.AsBytes(Vector.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, StampBytes));
    }
}
