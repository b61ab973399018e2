using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Pictures;
using FamilyReunite.Casework.Records;
using FamilyReunite.Clues;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace FamilyReunite.Casework.Tests.Pictures;

public sealed class PictureMarkDeskTests(Station station) : IClassFixture<Station>
{
    [Theory]
    [InlineData(false, BodySide.Left)]
    [InlineData(true, BodySide.Right)]
    public async Task Save_Birthmark_IsAMarkOfThePersonsOwnSideWithItsRegion(bool mirrored, BodySide side)
    {
        var (person, photo) = await PhotoAsync();
        var mark = Mark(photo) with { Kind = MarkKind.Birthmark, Part = BodyPart.Cheek, Side = BodySide.Left, Mirrored = mirrored, Words = "青色，硬币大" };
        Assert.True((await SaveAsync(station.Staff, mark)).Succeeded);
        await using var db = station.CreateDbContext();
        var record = await db.Records.Include(r => r.Facts).SingleAsync(r => r.Id == person);
        var fact = Assert.Single(record.Current(FactKind.Mark));
        Assert.Equal((mark.Region, "青色，硬币大", FactSource.Observed), (fact.Region, fact.AsHeard, fact.Source));
        // the words are read for no more marks than the one that was pointed out
        Assert.Equal(new BodyMark(MarkKind.Birthmark, BodyPart.Cheek, side), Assert.Single(new ClueReader().Read(record).Marks).Mark);
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "person.picture-marked" && a.SubjectId == person));
    }

    [Fact]
    public async Task Save_TextOnAShirt_IsWordsThatWereSeen()
    {
        var (person, photo) = await PhotoAsync();
        Assert.True((await SaveAsync(station.Staff, Mark(photo) with { Words = "龙河中学" })).Succeeded);
        await using var db = station.CreateDbContext();
        var fact = Assert.Single((await db.Records.Include(r => r.Facts).SingleAsync(r => r.Id == person)).Current(FactKind.FreeText));
        Assert.Equal(("龙河中学", FactSource.Observed, photo), (fact.AsHeard, fact.Source, fact.Region!.AttachmentId));
    }

    [Fact]
    public async Task Save_Twice_IsOneMarkAndOneNote()
    {
        var (person, photo) = await PhotoAsync();
        var mark = Mark(photo) with { Kind = MarkKind.Scar };
        for (var i = 0; i < 2; i++) Assert.True((await SaveAsync(station.Staff, mark)).Succeeded);
        await using var db = station.CreateDbContext();
        Assert.Single((await db.Records.Include(r => r.Facts).SingleAsync(r => r.Id == person)).Current(FactKind.Mark));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.WriteId == mark.WriteId));
    }

    [Theory]
    [InlineData(0.9, 0.2, "picture.region-wrong")]
    [InlineData(0.1, 0.001, "picture.region-wrong")]
    [InlineData(0.1, 0.2, "picture.text-needed")]
    public async Task Save_OutsideOrWithoutWords_IsAskedBack(double left, double width, string code)
    {
        var (_, photo) = await PhotoAsync();
        Assert.Equal(code, Assert.Single((await SaveAsync(station.Staff, Mark(photo) with { Region = new PictureRegion(photo, left, 0.1, width, 0.2) })).Problems).Code);
    }

    [Fact]
    public async Task Save_ByWhoMayNotWriteTheRecord_IsNoPhoto()
    {
        var (_, photo) = await PhotoAsync();
        foreach (var caller in new[] { station.Stranger, station.Liaison })
            Assert.Equal("picture.not-found", Assert.Single((await SaveAsync(caller, Mark(photo) with { Kind = MarkKind.Mole })).Problems).Code);
    }

    [Fact]
    public async Task Correct_TheMarkInTheForm_KeepsWhereItWasSeen()
    {
        var (person, photo) = await PhotoAsync();
        var mark = Mark(photo) with { Kind = MarkKind.Mole, Part = BodyPart.Brow, Side = BodySide.Left };
        await SaveAsync(station.Staff, mark);
        await using (var db = station.CreateDbContext())
            await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Mark, "右眉痣", Chosen: "Mole|Brow|Right", Replaces: mark.FactId), CancellationToken.None);
        await using var check = station.CreateDbContext();
        var fact = Assert.Single((await check.Records.Include(r => r.Facts).SingleAsync(r => r.Id == person)).Current(FactKind.Mark));
        Assert.Equal(("Mole|Brow|Right", mark.Region), (fact.Understood, fact.Region));
    }

    [Fact]
    public async Task Read_PhotoWithAMark_ShowsItToWhoMaySeeTheRecordAlone()
    {
        var (_, photo) = await PhotoAsync();
        await SaveAsync(station.Staff, Mark(photo) with { Kind = MarkKind.Tattoo, Part = BodyPart.Forearm, Words = "龙" });
        await using var db = station.CreateDbContext();
        var view = await Reader(db).ReadAsync(station.Colleague, photo, withCapture: true, CancellationToken.None);
        Assert.Equal(("龙", true), (Assert.Single(view!.Marks).Fact.AsHeard, view.MayMark));
        Assert.Null(await Reader(db).ReadAsync(station.Stranger, photo, withCapture: false, CancellationToken.None));
        Assert.False((await Reader(db).ReadAsync(station.Liaison, photo, withCapture: false, CancellationToken.None))!.MayMark);
    }

    [Fact]
    public async Task Read_WhenAndWhereItWasTaken_IsForTheOwnStationAndNoted()
    {
        var (_, photo) = await PhotoAsync();
        await using (var db = station.CreateDbContext())
            await db.Attachments.Where(a => a.Id == photo).ExecuteUpdateAsync(s => s.SetProperty(a => a.TakenAt, new DateTime(2026, 2, 1, 8, 30, 0)).SetProperty(a => a.TakenLatitude, 22.5).SetProperty(a => a.TakenLongitude, 114.1));
        await using var read = station.CreateDbContext();
        Assert.Null((await Reader(read).ReadAsync(station.Staff, photo, withCapture: false, CancellationToken.None))!.Capture);
        Assert.Equal(0, await read.AuditEntries.CountAsync(a => a.Action == "person.capture-viewed" && a.SubjectId == photo));
        Assert.Equal(new PictureCapture(new DateTime(2026, 2, 1, 8, 30, 0), 22.5, 114.1), (await Reader(read).ReadAsync(station.Staff, photo, withCapture: true, CancellationToken.None))!.Capture);
        Assert.Equal(1, await read.AuditEntries.CountAsync(a => a.Action == "person.capture-viewed" && a.SubjectId == photo));
        var police = (await Reader(read).ReadAsync(station.Liaison, photo, withCapture: true, CancellationToken.None))!;
        Assert.Equal((false, null), (police.MayKnowCapture, police.Capture));
    }

    [Fact]
    public async Task Read_CopyWithLeftAndRightExchanged_IsToldAsSuch()
    {
        var (_, photo) = await PhotoAsync(Steps(mirrored: false));
        var (other, _) = await PhotoAsync(Steps(mirrored: true));
        var (same, _) = await PhotoAsync(Steps(mirrored: false));
        await using var db = station.CreateDbContext();
        var seen = (await Reader(db).ReadAsync(station.Staff, photo, withCapture: false, CancellationToken.None))!.SamePictures;
        Assert.Equal(new Dictionary<Guid, bool> { [other] = true, [same] = false }, seen.ToDictionary(s => s.RecordId, s => s.Mirrored));
    }

    private static byte[] Steps(bool mirrored)
    {
        using var bitmap = new SKBitmap(320, 240);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(new SKColor(30, 60, 90));
            if (mirrored) canvas.Scale(-1, 1, 160, 0);
            foreach (var (x, y, r, grey) in new[] { (40, 40, 60, 200), (120, 180, 70, 90), (260, 60, 30, 250), (200, 120, 40, 10), (90, 100, 25, 160) })
            {
                using var paint = new SKPaint { Color = new SKColor((byte)grey, (byte)(255 - grey), (byte)grey) };
                canvas.DrawCircle(x, y, r, paint);
            }
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private PictureReader Reader(Data.ReuniteDb db) => new(db, station.Pictures, new RecordReader(db, station.Views, new ReadWords(), station.Clock), new ReadWords(), station.Views, station.Clock);

    private NewPictureMark Mark(Guid photo) => new(station.NewId(), station.NewId(), new PictureRegion(photo, 0.25, 0.1, 0.2, 0.15), null, BodyPart.Unknown, BodySide.Unknown, Mirrored: false, Words: null);

    private async Task<Outcome<Done>> SaveAsync(Caller caller, NewPictureMark mark)
    {
        await using var db = station.CreateDbContext();
        return await new PictureMarkDesk(db, new ChangeWriter(db, station.Clock), station.Clock).SaveAsync(caller, mark, CancellationToken.None);
    }

    private async Task<(Guid Person, Guid Photo)> PhotoAsync(byte[]? bytes = null)
    {
        var (person, photo) = (station.NewId(), station.NewId());
        await using var db = station.CreateDbContext();
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, person, new FactStatement(station.NewId(), FactKind.Height, "163"), CancellationToken.None);
        using var bitmap = new SKBitmap(64, 48);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        using var content = new MemoryStream(bytes ?? data.ToArray());
        Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(station.NewId(), person, photo, AttachmentKind.Photo, "a.png"), content, CancellationToken.None)).Succeeded);
        return (person, photo);
    }
}
