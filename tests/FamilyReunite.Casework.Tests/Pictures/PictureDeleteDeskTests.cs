using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Faces;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Photos.Faces;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace FamilyReunite.Casework.Tests.Pictures;

public sealed class PictureDeleteDeskTests(Station station) : IClassFixture<Station>, IDisposable
{
    private readonly HttpClient _http = new();
    private FaceEngines? _engines;

    [Fact]
    public async Task Delete_OwnPhoto_LeavesNoRowNoFileAndAPlainMark()
    {
        var (person, photo, sha) = await PhotoAsync(SKColors.Red);
        await MarkAsync(photo);
        await using (var stored = await station.Pictures.OpenAsync(sha, PictureSize.Thumbnail, Ct)) Assert.NotNull(stored);
        Assert.Equal(person, (await DeleteAsync(station.Colleague, station.NewId(), photo, " 拍的不是本人 ")).Value);

        await using var db = station.CreateDbContext();
        Assert.False(await db.Attachments.AnyAsync(a => a.Id == photo, Ct));
        Assert.Empty(FilesOf(sha));
        Assert.Null(await station.Pictures.OpenAsync(sha, PictureSize.Display, Ct));
        var mark = Assert.Single((await db.Records.Include(r => r.Facts).SingleAsync(r => r.Id == person, Ct)).Current(FactKind.Mark));
        Assert.Equal(("Birthmark|Cheek|Left", null), (mark.Understood, mark.Region));
        var deleted = await db.DeletedPictures.SingleAsync(d => d.Id == photo, Ct);
        Assert.Equal((person, "拍的不是本人", station.Colleague.AccountId), (deleted.RecordId, deleted.Reason, deleted.By));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "person.picture-deleted" && a.SubjectId == person && a.Detail == null, Ct));
        // the index follows and the pairs are compared anew
        Assert.True(await db.Outbox.AnyAsync(o => o.RecordId == person && o.Version == db.Records.Single(r => r.Id == person).Version, Ct));
    }

    [Fact]
    public async Task Delete_PictureThatAnotherRecordHolds_StaysThere()
    {
        var (_, photo, sha) = await PhotoAsync(SKColors.Green);
        var (_, other, same) = await PhotoAsync(SKColors.Green);
        Assert.Equal(sha, same);
        Assert.True((await DeleteAsync(station.Staff, station.NewId(), photo, "重复")).Succeeded);
        await using (var shown = await station.Pictures.OpenAsync(sha, PictureSize.Thumbnail, Ct)) Assert.NotNull(shown);
        Assert.True(station.Blobs.Exists(sha));
        Assert.True((await DeleteAsync(station.Staff, station.NewId(), other, "重复")).Succeeded);
        Assert.Empty(FilesOf(sha));
    }

    [Fact]
    public async Task Delete_Twice_IsOneDeletion()
    {
        var (person, photo, sha) = await PhotoAsync(SKColors.Blue);
        var write = station.NewId();
        for (var i = 0; i < 2; i++) Assert.Equal(person, (await DeleteAsync(station.Staff, write, photo, "误传")).Value);
        await using var db = station.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.WriteId == write, Ct));
        Assert.Equal("picture.not-found", Assert.Single((await DeleteAsync(station.Stranger, write, photo, "误传")).Problems).Code);
        // as when the program stopped before the file went
        await station.Blobs.WriteAsync(Png(SKColors.Blue), Ct);
        Assert.True(await new DeletedPictureSweep(station, Files, new FaceErasure(Engines, new FaceStore(station.Data))).RunAsync(Ct) > 0);
        Assert.Empty(FilesOf(sha));
    }

    [Theory]
    [InlineData("", "picture.reason-needed")]
    [InlineData("a\u202Eb", "picture.reason-hidden")]
    public async Task Delete_WithoutAReason_IsAskedBackAndDeletesNothing(string reason, string code)
    {
        var (_, photo, sha) = await PhotoAsync(SKColors.White);
        Assert.Equal(code, Assert.Single((await DeleteAsync(station.Staff, station.NewId(), photo, reason)).Problems).Code);
        Assert.Equal("picture.reason-too-long", Assert.Single((await DeleteAsync(station.Staff, station.NewId(), photo, new string('长', DeletedPicture.MaxReason + 1))).Problems).Code);
        Assert.True(station.Blobs.Exists(sha));
    }

    [Fact]
    public async Task Delete_ByWhoDoesNotKeepTheRecord_IsNoPhoto()
    {
        var (_, photo, _) = await PhotoAsync(SKColors.Gray);
        foreach (var caller in new[] { station.Stranger, station.Liaison })
            Assert.Equal("picture.not-found", Assert.Single((await DeleteAsync(caller, station.NewId(), photo, "理由")).Problems).Code);
    }

    public void Dispose()
    {
        _engines?.Dispose();
        _http.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FaceEngines Engines => _engines ??= new FaceEngines(new PackShelf(station.Data.Packs, _http));

    private HeldFiles Files => new(station, station.Blobs, station.Pictures);

    private string[] FilesOf(string sha) => Directory.GetFiles(station.Data.Path, "*" + sha + "*", SearchOption.AllDirectories);

    private async Task<Outcome<Guid>> DeleteAsync(Caller caller, Guid writeId, Guid photo, string reason)
    {
        await using var db = station.CreateDbContext();
        var desk = new PictureDeleteDesk(db, new ChangeWriter(db, station.Clock), new FaceErasure(Engines, new FaceStore(station.Data)), Files, new OutboxSignal(station.Clock), station.Clock);
        return await desk.DeleteAsync(caller, writeId, photo, reason, Ct);
    }

    private async Task MarkAsync(Guid photo)
    {
        await using var db = station.CreateDbContext();
        var mark = new NewPictureMark(station.NewId(), station.NewId(), new PictureRegion(photo, .2, .2, .1, .1), MarkKind.Birthmark, BodyPart.Cheek, BodySide.Left, Mirrored: false, "青色");
        Assert.True((await new PictureMarkDesk(db, new ChangeWriter(db, station.Clock), station.Clock).SaveAsync(station.Staff, mark, Ct)).Succeeded);
    }

    private async Task<(Guid Person, Guid Photo, string Sha256)> PhotoAsync(SKColor colour)
    {
        var (person, photo) = (station.NewId(), station.NewId());
        await using var db = station.CreateDbContext();
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Height, "163"), Ct);
        Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(station.NewId(), person, photo, AttachmentKind.Photo, "a.png"), new MemoryStream(Png(colour)), Ct)).Succeeded);
        return (person, photo, await db.Attachments.Where(a => a.Id == photo).Select(a => a.Sha256).SingleAsync(Ct));
    }

    private static byte[] Png(SKColor colour)
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(colour);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
