using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Tests.Faces;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FaceUseTests(Station station) : IClassFixture<Station>, IDisposable
{
    internal static readonly FaceGrounds Grounds = new("救助管理办法", "影响可控，见报告", "评估〔2026〕1 号", new DateOnly(2026, 2, 1));
    private readonly HttpClient _http = new();
    private FaceEngines? _engines;

    [Fact]
    public async Task Faces_FromUploadToOff_AreChosenStoredAndRemoved()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        Assert.True((await Shelf.InstallAsync(pack.Folder, licenceAccepted: true, null, Ct)).Succeeded);
        await using var db = station.CreateDbContext();
        await OnAsync(db);
        var (family, alone) = (await PhotoAsync("obama_family.jpg"), await PhotoAsync("biden_7mpx.jpg"));
        var store = new FaceStore(station.Data);
        Assert.Equal(new FaceTally(2, 0), (await Reader(store).ReadWaitingAsync(null, Ct)).Value);
        Assert.Equal(new FaceTally(0, 0), (await Reader(store).ReadWaitingAsync(null, Ct)).Value);
        var opened = Shelf.Open().Value!;
        Assert.Equal(alone, Assert.Single(Stored(opened)).AttachmentId);
        var several = await db.PictureFaces.AsNoTracking().SingleAsync(f => f.AttachmentId == family, Ct);
        Assert.Equal((FaceReading.ToChoose, 4, null), (several.Reading, several.Faces.Count, several.Chosen));
        Assert.All(several.Faces, f => Assert.False(f.Doubts.HasFlag(FaceDoubts.Drawn) || f.Doubts.HasFlag(FaceDoubts.EyesCovered), $"{f.Doubts}"));

        var pick = new FacePickDesk(db, new ChangeWriter(db, station.Clock), Engines, store, station.Pictures);
        Assert.Equal("face.photo-unknown", (await pick.ChooseAsync(station.Stranger, station.NewId(), family, 1, Ct)).Problems.Single().Code);
        Assert.Equal("face.no-such-face", (await pick.ChooseAsync(station.Staff, station.NewId(), family, 4, Ct)).Problems.Single().Code);
        db.ChangeTracker.Clear();
        Assert.True((await pick.ChooseAsync(station.Staff, station.NewId(), family, 1, Ct)).Succeeded);
        Assert.Equal(2, Stored(opened).Count);
        Assert.True((await pick.MarkAsync(station.Staff, station.NewId(), alone, PictureOrigin.Synthetic, Ct)).Succeeded);
        Assert.Equal(family, Assert.Single(Stored(opened)).AttachmentId);
        Assert.True((await pick.ChooseAsync(station.Staff, station.NewId(), family, null, Ct)).Succeeded);
        Assert.Empty(Stored(opened));
        Assert.True((await pick.ChooseAsync(station.Staff, station.NewId(), family, 0, Ct)).Succeeded);

        // as after putting back a backup, which holds no vectors
        Assert.Equal(1, store.RemoveAllBut(null));
        Assert.Equal(1, (await Reader(store).ReadWaitingAsync(null, Ct)).Value!.Read);
        Assert.Equal(family, Assert.Single(Stored(opened)).AttachmentId);

        var status = await new FaceStatusReader(station, Shelf).ReadAsync(Ct);
        Assert.Equal((1, 0, 0, FaceCount.Fine), (status.Persons, status.Waiting, status.ToChoose, status.Count));
        Assert.True((await Permission(db, store).TurnOffAsync(station.Staff.Actor, station.NewId(), "依据已失效", Ct)).Succeeded);
        Assert.Empty(Directory.GetFiles(station.Data.Faces, "*.vectors"));
        Assert.Equal(PictureOrigin.Synthetic, (await db.PictureFaces.AsNoTracking().SingleAsync(Ct)).Origin);
    }

    [Fact]
    public async Task Open_SamePackCalibratedMeanwhile_GivesTheNewCalibration()
    {
        Assert.SkipUnless(SharedPack.IsThere, "No model pack beside the checkout.");
        using var pack = new SharedPack();
        Assert.True((await Shelf.InstallAsync(pack.Folder, licenceAccepted: true, null, Ct)).Succeeded);
        Assert.Null(Engines.Open().Value!.Pack.Manifest.Calibration);
        var described = Path.Combine(pack.Folder, ModelPack.FileName);
        var manifest = ModelPack.Read(await File.ReadAllBytesAsync(described, Ct)).Value!;
        await File.WriteAllBytesAsync(described, ModelPack.Write(manifest with { Calibration = new FaceCalibration("invented", null, [new FaceCell(true, FaceAges.Adults, 10, [new FaceBar(.5f, 2, 100)])]) }), Ct);
        Assert.True((await Shelf.InstallAsync(pack.Folder, licenceAccepted: true, null, Ct)).Succeeded);
        Assert.Equal("invented", Engines.Open().Value!.Pack.Manifest.Calibration?.Source);
        Assert.Same(Engines.Open().Value, Engines.Open().Value);
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

    private FacePermissionDesk Permission(ReuniteDb db, FaceStore? store = null) => new(db, new ChangeWriter(db, station.Clock), store ?? new FaceStore(station.Data), station.Clock);

    private async Task OnAsync(ReuniteDb db) => Assert.True((await Permission(db).TurnOnAsync(station.Staff.Actor, station.NewId(), Grounds, Ct)).Succeeded);

    private async Task<Guid> PhotoAsync(string file)
    {
        await using var db = station.CreateDbContext();
        var (person, photo) = (station.NewId(), station.NewId());
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Height, "163"), Ct);
        Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(station.NewId(), person, photo, AttachmentKind.Photo, file), new MemoryStream(SharedPack.Bytes(file)), Ct)).Succeeded);
        return photo;
    }
}
