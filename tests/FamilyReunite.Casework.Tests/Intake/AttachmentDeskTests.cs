using System.Text;
using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Intake;
using FamilyReunite.Casework.Records;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace FamilyReunite.Casework.Tests.Intake;

public sealed class AttachmentDeskTests(Station station) : IClassFixture<Station>
{
    [Fact]
    public async Task Save_Photo_IsKeptWithItsPicturesAndOpenedWithANote()
    {
        var (person, photo) = (await PersonAsync(), Picture(1));
        var saved = await SaveAsync(station.Staff, person, AttachmentKind.Photo, photo);
        Assert.Empty(saved.Value!.SamePictures);
        await using var db = station.CreateDbContext();
        var reader = new AttachmentReader(db, station.Blobs, station.Pictures, station.Views);
        foreach (var (variant, type) in new[] { ("small", "image/webp"), ("large", "image/webp"), ("original", "image/png") })
        {
            var file = await reader.OpenAsync(station.Staff, saved.Value.AttachmentId, variant, CancellationToken.None);
            await using var content = file!.Content;
            Assert.Equal(type, file.MediaType);
            Assert.True(content.Length > 0);
        }
        Assert.Null(await reader.OpenAsync(station.Stranger, saved.Value.AttachmentId, "small", CancellationToken.None));
        Assert.Null(await reader.OpenAsync(station.Staff, saved.Value.AttachmentId, "../x", CancellationToken.None));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == "person.photo-viewed" && a.SubjectId == saved.Value.AttachmentId));
    }

    [Fact]
    public async Task Open_PicturesThrownAway_AreMadeAnewFromTheOriginal()
    {
        var saved = await SaveAsync(station.Staff, await PersonAsync(), AttachmentKind.Photo, Picture(2));
        Directory.Delete(Path.Combine(station.Data.Path, "pictures"), recursive: true);
        await using var db = station.CreateDbContext();
        var file = await new AttachmentReader(db, station.Blobs, station.Pictures, station.Views).OpenAsync(station.Staff, saved.Value!.AttachmentId, "small", CancellationToken.None);
        await using var content = file!.Content;
        Assert.True(content.Length > 0);
    }

    [Fact]
    public async Task Save_TextNamedJpg_IsToldApart() =>
        Assert.Equal("photo.not-a-photo", (await SaveAsync(station.Staff, await PersonAsync(), AttachmentKind.Photo, Encoding.UTF8.GetBytes("这不是照片"))).Problems.Single().Code);

    [Fact]
    public async Task Save_FortyMegabytes_IsRefusedWithTheLimit()
    {
        var problem = (await SaveAsync(station.Staff, await PersonAsync(), AttachmentKind.Photo, new byte[40 * 1024 * 1024])).Problems.Single();
        Assert.Equal(("photo.too-large", 15), (problem.Code, (int)problem.Args[0]));
    }

    [Fact]
    public async Task Save_PhotoCutInHalf_IsRefused() =>
        Assert.Equal("photo.damaged", (await SaveAsync(station.Staff, await PersonAsync(), AttachmentKind.Photo, Picture(3)[..^400])).Problems.Single().Code);

    [Theory]
    [InlineData(AttachmentKind.Audio, "OggS plus sound", null)]
    [InlineData(AttachmentKind.Audio, "%PDF-1.7 paper", "record.not-audio")]
    [InlineData(AttachmentKind.Document, "%PDF-1.7 paper", null)]
    [InlineData(AttachmentKind.Document, "MZ program", "record.not-document")]
    [InlineData(AttachmentKind.Audio, "", "record.file-empty")]
    public async Task Save_ByItsFirstBytes_IsTakenOrRefused(AttachmentKind kind, string bytes, string? problem) =>
        Assert.Equal(problem, (await SaveAsync(station.Staff, await PersonAsync(), kind, Encoding.ASCII.GetBytes(bytes))).Problems.SingleOrDefault()?.Code);

    [Fact]
    public async Task Save_PictureOfAnotherOwnRecord_WarnsAndKeepsBoth()
    {
        var (first, second) = (await PersonAsync(), await PersonAsync());
        await SaveAsync(station.Staff, first, AttachmentKind.Photo, Picture(4));
        var saved = await SaveAsync(station.Staff, second, AttachmentKind.Photo, Picture(4));
        Assert.Equal(first, Assert.Single(saved.Value!.SamePictures).RecordId);
        Assert.False(saved.Value.KnownElsewhere);
    }

    [Fact]
    public async Task Save_PictureOfAPersonTheCallerMayNotSee_IsKnownElsewhereAndNoMore()
    {
        await SaveAsync(station.Staff, await PersonAsync(), AttachmentKind.Photo, Picture(14));
        var theirs = station.NewId();
        await using (var db = station.CreateDbContext())
            await station.Intake(db).SaveFactAsync(station.Stranger, station.NewId(), RecordKind.Stranded, theirs, new FactStatement(station.NewId(), FactKind.Height, "170"), CancellationToken.None);
        var saved = await SaveAsync(station.Stranger, theirs, AttachmentKind.Photo, Picture(14));
        Assert.Empty(saved.Value!.SamePictures);
        Assert.True(saved.Value.KnownElsewhere);
    }

    [Fact]
    public async Task Save_SameUploadTwice_IsOneFile()
    {
        var (person, id, write) = (await PersonAsync(), station.NewId(), station.NewId());
        for (var i = 0; i < 2; i++)
        {
            await using var db = station.CreateDbContext();
            using var bytes = new MemoryStream(Picture(5));
            Assert.True((await station.Attachments(db).SaveAsync(station.Staff, new NewAttachment(write, person, id, AttachmentKind.Photo, "C:\\fake\\a.png"), bytes, CancellationToken.None)).Succeeded);
        }
        await using var check = station.CreateDbContext();
        var record = await check.Records.Include(r => r.Attachments).SingleAsync(r => r.Id == person);
        Assert.Equal("a.png", Assert.Single(record.Attachments).FileName);
        Assert.Equal(1, await check.AuditEntries.CountAsync(a => a.WriteId == write));
    }

    [Fact]
    public async Task Save_OtherStationsPerson_LooksLikeNoRecord() =>
        Assert.Equal("record.not-found", (await SaveAsync(station.Stranger, await PersonAsync(), AttachmentKind.Photo, Picture(6))).Problems.Single().Code);

    private async Task<Outcome<AttachmentSaved>> SaveAsync(Caller caller, Guid person, AttachmentKind kind, byte[] bytes)
    {
        await using var db = station.CreateDbContext();
        using var content = new MemoryStream(bytes);
        return await station.Attachments(db).SaveAsync(caller, new NewAttachment(station.NewId(), person, station.NewId(), kind, "照片.jpg"), content, CancellationToken.None);
    }

    private async Task<Guid> PersonAsync()
    {
        var id = station.NewId();
        await using var db = station.CreateDbContext();
        await station.Intake(db).SaveFactAsync(station.Staff, station.NewId(), RecordKind.Stranded, id, new FactStatement(station.NewId(), FactKind.Height, "163"), CancellationToken.None);
        return id;
    }

    /// <summary>Blocks whose brightness follows the seed, so that two seeds are two pictures.</summary>
    private static byte[] Picture(int seed)
    {
        var random = new Random(seed);
        using var bitmap = new SKBitmap(180, 160);
        using var canvas = new SKCanvas(bitmap);
        for (var x = 0; x < 9; x++)
            for (var y = 0; y < 8; y++)
            {
                var grey = (byte)random.Next(256);
                using var paint = new SKPaint { Color = new SKColor(grey, grey, grey) };
                canvas.DrawRect(x * 20, y * 20, 20, 20, paint);
            }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
