using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Tests.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Faces;

/// <summary>What becomes of vectors when another pack is put to use, and of a picture that looks drawn.</summary>
public sealed class FacePackChangeTests(Station station) : IClassFixture<Station>, IDisposable
{
    private readonly HttpClient _http = new();
    private FaceEngines? _engines;

    [Fact]
    public async Task Install_AnotherPack_ReadsEveryPhotoAnewAndRemovesTheFormerFileAfterTheLast()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        await InstallAsync(pack);
        await OnAsync();
        var (photo, store) = (await PhotoAsync(SharedPack.Bytes("biden_7mpx.jpg")), new FaceStore(station.Data));
        await Reader(store).ReadWaitingAsync(null, Ct);
        Assert.Contains(Stored(), e => e.AttachmentId == photo);

        pack.Rename("yunet+another");
        await InstallAsync(pack);
        Assert.Empty(Stored());
        Assert.True((await Reader(store).ReadWaitingAsync(null, Ct)).Value!.Read > 0);
        Assert.Contains(Stored(), e => e.AttachmentId == photo);
        Assert.Equal("yunet_another.vectors", Path.GetFileName(Assert.Single(Directory.GetFiles(station.Data.Faces, "*.vectors"))));
        await using var db = station.CreateDbContext();
        Assert.Equal("yunet+another", (await db.PictureFaces.SingleAsync(f => f.AttachmentId == photo, Ct)).Contract);
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "face.pack-installed" && a.Detail!.Contains("contract=yunet_another") && a.Detail.Contains("licence-accepted"), Ct));
        Assert.Equal("face.licence-not-accepted", (await Desk.InstallAsync(Shelf, Actor.System("test"), pack.Folder, licenceAccepted: false, null, Ct)).Problems.Single().Code);
    }

    [Fact]
    public async Task Read_DrawnPortrait_IsAskedAndComparedOnlyWhenItIsAPhotoAfterAll()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        await InstallAsync(pack);
        await OnAsync();
        var (photo, store) = (await PhotoAsync(await File.ReadAllBytesAsync(Sample(), Ct)), new FaceStore(station.Data));
        var seen = await Reader(store).ReadNowAsync(photo, Ct);
        Assert.Equal(FaceReading.LooksDrawn, seen!.Reading);
        Assert.Contains(FaceWords.AtOnce(seen, System.Globalization.CultureInfo.GetCultureInfo("en")), s => s.Contains("look drawn", StringComparison.Ordinal));
        Assert.DoesNotContain(Stored(), e => e.AttachmentId == photo);
        await MarkAsync(store, photo, PictureOrigin.Photo);
        Assert.Contains(Stored(), e => e.AttachmentId == photo);
        await MarkAsync(store, photo, PictureOrigin.Drawn);
        Assert.DoesNotContain(Stored(), e => e.AttachmentId == photo);
    }

    public void Dispose()
    {
        _engines?.Dispose();
        _http.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PackShelf Shelf => new(station.Data.Packs, _http);

    private FaceEngines Engines => _engines ??= new FaceEngines(Shelf);

    private PackDesk Desk => new(station, station.Clock);

    private FaceReader Reader(FaceStore store) => new(station, Engines, store, station.Pictures, new OutboxSignal(station.Clock), station.Clock);

    private IReadOnlyList<FaceEntry> Stored() => new FaceStore(station.Data).Gallery(Shelf.Open().Value!).All;

    private async Task InstallAsync(SharedPack pack) => Assert.True((await Desk.InstallAsync(Shelf, Actor.System("test"), pack.Folder, licenceAccepted: true, null, Ct)).Succeeded);

    private async Task OnAsync()
    {
        await using var db = station.CreateDbContext();
        var permission = new FacePermissionDesk(db, new ChangeWriter(db, station.Clock), new FaceStore(station.Data), station.Clock);
        if (await permission.PresentAsync(Ct) is null) Assert.True((await permission.TurnOnAsync(station.Staff.Actor, station.NewId(), FaceUseTests.Grounds, Ct)).Succeeded);
    }

    private async Task MarkAsync(FaceStore store, Guid photo, PictureOrigin origin)
    {
        await using var db = station.CreateDbContext();
        Assert.True((await new FacePickDesk(db, new ChangeWriter(db, station.Clock), Engines, store, station.Pictures).MarkAsync(station.Staff, station.NewId(), photo, origin, Ct)).Succeeded);
    }

    private async Task<Guid> PhotoAsync(byte[] bytes)
    {
        await using var db = station.CreateDbContext();
        var (person, photo) = (station.NewId(), station.NewId());
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Height, "163"), Ct);
        Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(station.NewId(), person, photo, AttachmentKind.Photo, "a"), new MemoryStream(bytes), Ct)).Succeeded);
        return photo;
    }

    private static string Sample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data-samples", "photos", "m-00001.png") is var path && File.Exists(path)) return path;
        throw new FileNotFoundException("m-00001.png");
    }
}
