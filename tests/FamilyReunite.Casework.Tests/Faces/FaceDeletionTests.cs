using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Tests.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FaceDeletionTests(Station station) : IClassFixture<Station>, IDisposable
{
    private readonly HttpClient _http = new();
    private FaceEngines? _engines;

    [Fact]
    public async Task Delete_PhotoWhoseFaceIsCompared_LeavesZerosInTheFileAtOnce()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        Assert.True((await Shelf.InstallAsync(pack.Folder, licenceAccepted: true, null, Ct)).Succeeded);
        await using var db = station.CreateDbContext();
        Assert.True((await new FacePermissionDesk(db, new ChangeWriter(db, station.Clock), new FaceStore(station.Data), station.Clock).TurnOnAsync(station.Staff.Actor, station.NewId(), FaceUseTests.Grounds, Ct)).Succeeded);
        var (photo, store) = (await PhotoAsync("biden_7mpx.jpg"), new FaceStore(station.Data));
        await Reader(store).ReadWaitingAsync(null, Ct);
        Assert.Contains(Stored(Shelf.Open().Value!), e => e.AttachmentId == photo);
        // of a pack that is in use no more
        var former = Path.Combine(station.Data.Faces, "former.vectors");
        await File.WriteAllBytesAsync(former, [1, 2, 3], Ct);

        var desk = new PictureDeleteDesk(db, new ChangeWriter(db, station.Clock), new FaceErasure(Engines, store), new HeldFiles(station, station.Blobs, station.Pictures), new OutboxSignal(station.Clock), station.Clock);
        Assert.True((await desk.DeleteAsync(station.Staff, station.NewId(), photo, "本人不同意", Ct)).Succeeded);
        var file = Assert.Single(Directory.GetFiles(station.Data.Faces, "*.vectors"));
        const int header = 16;
        Assert.All((await File.ReadAllBytesAsync(file, Ct)).Skip(header), b => Assert.Equal(0, b));
        Assert.False(await db.PictureFaces.AnyAsync(f => f.AttachmentId == photo, Ct));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "face.forgotten", Ct));
        Assert.Equal(0, (await Reader(store).ReadWaitingAsync(null, Ct)).Value!.Read);
    }

    public void Dispose()
    {
        _engines?.Dispose();
        _http.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PackShelf Shelf => new(station.Data.Packs, _http);

    private FaceEngines Engines => _engines ??= new FaceEngines(Shelf);

    private IReadOnlyList<FaceEntry> Stored(ModelPack pack) => [.. new FaceStore(station.Data).Gallery(pack).All];

    private FaceReader Reader(FaceStore store) => new(station, Engines, store, station.Pictures, new OutboxSignal(station.Clock), station.Clock);

    private async Task<Guid> PhotoAsync(string file)
    {
        await using var db = station.CreateDbContext();
        var (person, photo) = (station.NewId(), station.NewId());
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Height, "163"), Ct);
        Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(station.NewId(), person, photo, AttachmentKind.Photo, file), new MemoryStream(SharedPack.Bytes(file)), Ct)).Succeeded);
        return photo;
    }
}
