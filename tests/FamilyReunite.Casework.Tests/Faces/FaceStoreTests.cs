using FamilyReunite.Casework.Faces;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FaceStoreTests : IDisposable
{
    private const int Dimension = 32;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reunite-stores-");

    [Fact]
    public void Put_TwoServersOnOneFolder_EachSeesWhatTheOtherWrote()
    {
        var (one, other) = (Store(), Store());
        var pack = Pack("a");
        one.Put(pack, [Entry(1)]);
        Assert.Equal(1, other.Gallery(pack).Count);
        other.Put(pack, [Entry(2)]);
        Assert.Equal(2, one.Gallery(pack).Count);
        Assert.Equal(1, one.Remove(pack, e => e.AttachmentId == Entry(1).AttachmentId));
        Assert.Equal(Entry(2).AttachmentId, Assert.Single(other.Gallery(pack).All).AttachmentId);
    }

    [Fact]
    public void Put_TwoServersAtOnce_LosesNothing()
    {
        const int each = 40;
        var (one, other, pack) = (Store(), Store(), Pack("a"));
        one.Put(pack, [Entry(0)]);
        Parallel.Invoke(() => Fill(one, 1), () => Fill(other, 1 + each));
        foreach (var store in new[] { one, other, Store() }) Assert.Equal(1 + 2 * each, store.Gallery(pack).All.Select(e => e.AttachmentId).Distinct().Count());

        void Fill(FaceStore store, int from)
        {
            for (var n = from; n < from + each; n++) store.Put(pack, [Entry(n)]);
        }
    }

    [Fact]
    public void Gallery_OfAnotherPack_HoldsNoneOfTheFormerOnes()
    {
        var (store, former, next) = (Store(), Pack("former"), Pack("next"));
        store.Put(former, [Entry(1), Entry(2)]);
        Assert.Empty(store.Gallery(next).All);
        store.Put(next, [Entry(2) with { IsReport = true }]);
        var gallery = store.Gallery(next);
        Assert.Equal("next", gallery.Contract);
        // the same vector as the former pack's, and yet nobody is near
        Assert.Empty(gallery.Nearest(new FaceQuery(Entry(2).Values, RecordKind.Stranded, 5)));
        Assert.Equal(1, store.RemoveAllBut("next"));
        Assert.Equal("next.vectors", Path.GetFileName(Assert.Single(Directory.GetFiles(DataFolder.At(_folder.FullName).Faces, "*.vectors"))));
        Assert.Single(Store().Gallery(next).All);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private FaceStore Store() => new(DataFolder.At(_folder.FullName));

    private static ModelPack Pack(string contract) => new("nowhere", new PackManifest(contract, "test", new PackFile("d", ""), new PackFile("r", ""), new RecogniserShape(112, "RGB", Dimension, new float[10])));

    private static FaceEntry Entry(int n)
    {
        var values = new float[Dimension];
        values[n % Dimension] = 1;
        return new FaceEntry(new Guid(n + 1, 0, 0, new byte[8]), new Guid(1000 + n, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), IsReport: false, Clear: true, 0, values);
    }
}
