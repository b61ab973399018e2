using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FamilyReunite.Photos.Faces;

/// <summary>The compared face of one photo.</summary>
/// <param name="IsReport">Of a missing report; otherwise of a stranded person.</param>
/// <param name="Clear">Without a quality reason.</param>
/// <param name="Year">In which the photo was taken; 0 when nobody knows.</param>
/// <param name="Values">Of unit length.</param>
public sealed record FaceEntry(Guid AttachmentId, Guid RecordId, bool IsReport, bool Clear, int Year, float[] Values)
{
    private const int Fixed = 16 + 16 + 1 + 1 + 2;

    internal static int Length(int dimension) => Fixed + 4 * dimension;

    internal byte[] ToBytes()
    {
        var bytes = new byte[Length(Values.Length)];
        AttachmentId.TryWriteBytes(bytes);
        RecordId.TryWriteBytes(bytes.AsSpan(16));
        (bytes[32], bytes[33]) = (IsReport ? (byte)1 : (byte)0, Clear ? (byte)1 : (byte)0);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(34), (short)Year);
        MemoryMarshal.AsBytes(Values.AsSpan()).CopyTo(bytes.AsSpan(Fixed));
        return bytes;
    }

    internal static FaceEntry Of(ReadOnlySpan<byte> bytes)
    {
        // they live as long as the gallery: where the collector moves nothing they are not copied from generation to generation
        var values = GC.AllocateUninitializedArray<float>((bytes.Length - Fixed) / sizeof(float), pinned: true);
        bytes[Fixed..].CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return new FaceEntry(new Guid(bytes[..16]), new Guid(bytes[16..32]), bytes[32] == 1, bytes[33] == 1, BinaryPrimitives.ReadInt16LittleEndian(bytes[34..]), values);
    }
}
