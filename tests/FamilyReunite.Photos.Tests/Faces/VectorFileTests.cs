using System.Runtime.InteropServices;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Storage;

namespace FamilyReunite.Photos.Tests.Faces;

public sealed class VectorFileTests : IDisposable
{
    private const int Dimension = 8;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("family-reunite-vectors-");

    private string At => Path.Combine(_folder.FullName, "a.vectors");

    [Fact]
    public void Read_AnotherProcess_SeesWhatWasPut()
    {
        var (one, other) = (Open(), Open());
        one.Put([Entry(1), Entry(2)]);
        Assert.Equal(2, other.Read().Count);
        other.Put([Entry(3)]);
        one.Put([Entry(2) with { Year = 2001 }]);
        Assert.Equal([0, 2001, 0], one.Read().OrderBy(e => e.AttachmentId).Select(e => e.Year));
        Assert.Equal(Entry(1).Values, other.Read().Single(e => e.AttachmentId == Entry(1).AttachmentId).Values);
    }

    [Fact]
    public void Remove_OfTwo_LeavesZerosInTheFileAtOnce()
    {
        var file = Open();
        file.Put([Entry(1), Entry(2)]);
        var before = File.ReadAllBytes(At);
        Assert.Equal(1, file.Remove(e => e.RecordId == Entry(1).RecordId));
        var after = File.ReadAllBytes(At);
        var place = (after.Length - 16) / 2;
        Assert.Contains(before.AsSpan(16, place).ToArray(), b => b != 0);
        Assert.All(after.AsSpan(16, place).ToArray(), b => Assert.Equal(0, b));
        Assert.Equal(Entry(2).AttachmentId, Open().Read().Single().AttachmentId);
        file.Put([Entry(3)]);
        Assert.Equal(after.Length, new FileInfo(At).Length);
    }

    [Fact]
    public void File_AtRest_HoldsNeitherVectorNorRecord()
    {
        Open().Put([Entry(1)]);
        var bytes = File.ReadAllBytes(At);
        Assert.True(bytes.AsSpan().IndexOf(Entry(1).RecordId.ToByteArray()) < 0);
        Assert.True(bytes.AsSpan().IndexOf(MemoryMarshal.AsBytes(Entry(1).Values.AsSpan())) < 0);
    }

    [Fact]
    public void Read_OfAnotherContractOrMoved_IsRefused()
    {
        Open().Put([Entry(1), Entry(2)]);
        Assert.Throws<InvalidDataException>(() => Open("b").Read());
        var bytes = File.ReadAllBytes(At);
        var place = (bytes.Length - 16) / 2;
        File.WriteAllBytes(At, [.. bytes[..16], .. bytes[(16 + place)..], .. bytes[16..(16 + place)]]);
        Assert.Throws<InvalidDataException>(() => Open().Read());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private VectorFile Open(string contract = "a") => new(At, contract, Dimension, BlobKey.OpenOrCreate(Path.Combine(_folder.FullName, "faces.key"), mayMake: true));

    private static FaceEntry Entry(byte n)
    {
        var values = new float[Dimension];
        values[n % Dimension] = 1;
        return new FaceEntry(new Guid(n, 0, 0, new byte[8]), new Guid(100 + n, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), IsReport: n % 2 == 0, Clear: true, 0, values);
    }
}
