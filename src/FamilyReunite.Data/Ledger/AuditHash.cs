using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Domain.Ledger;

namespace FamilyReunite.Data.Ledger;

/// <summary>SHA-256 over every field of an audit row, each with its length in front, so that no two rows read alike.</summary>
internal static class AuditHash
{
    public static AuditEntry Seal(AuditEntry entry) => entry with { Hash = Compute(entry) };

    public static string Compute(AuditEntry e)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(hash, e.Sequence);
        Text(hash, e.WriteId.ToString("D"));
        Number(hash, e.At.ToUnixTimeMilliseconds());
        Text(hash, e.Actor?.ToString("D"));
        Text(hash, e.ActorRole);
        Text(hash, e.OrganisationId?.ToString("D"));
        Text(hash, e.From);
        Text(hash, e.Action);
        Text(hash, e.SubjectKind);
        Text(hash, e.SubjectId?.ToString("D"));
        Text(hash, e.Detail);
        Text(hash, e.PreviousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Number(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Text(IncrementalHash hash, string? value)
    {
        Number(hash, value is null ? -1 : Encoding.UTF8.GetByteCount(value));
        if (value is not null) hash.AppendData(Encoding.UTF8.GetBytes(value));
    }
}
